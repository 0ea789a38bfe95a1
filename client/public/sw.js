// Keeps the page itself (never a board, never an answer of the API) so that a reload without a line shows it.
const SHELL = 'orgora-shell-1';
const PAGE = '/';

const isAsset = (url) =>
  url.origin === self.location.origin && (url.pathname.startsWith('/assets/') || url.pathname === '/icon.svg');

self.addEventListener('install', (event) => {
  event.waitUntil(caches.open(SHELL).then((cache) => cache.add(PAGE)));
  self.skipWaiting();
});

self.addEventListener('activate', (event) => {
  event.waitUntil(
    caches
      .keys()
      .then((names) => Promise.all(names.filter((name) => name !== SHELL).map((name) => caches.delete(name))))
      .then(() => self.clients.claim()),
  );
});

// The first visit loads its files before this worker stands: the page tells which.
self.addEventListener('message', (event) => {
  const urls = Array.isArray(event.data?.keep) ? event.data.keep.filter((url) => isAsset(new URL(url))) : [];
  event.waitUntil(
    caches
      .open(SHELL)
      .then((cache) =>
        Promise.all(urls.map(async (url) => ((await cache.match(url)) === undefined ? cache.add(url) : undefined))),
      ),
  );
});

const keptOrFetched = async (request) => {
  const cache = await caches.open(SHELL);
  const kept = await cache.match(request);
  if (kept !== undefined) return kept;
  const answer = await fetch(request);
  if (answer.ok) await cache.put(request, answer.clone());
  return answer;
};

const newestPage = async (request) => {
  const cache = await caches.open(SHELL);
  try {
    const answer = await fetch(request);
    if (answer.ok && answer.headers.get('content-type')?.includes('text/html')) await cache.put(PAGE, answer.clone());
    return answer;
  } catch (error) {
    const kept = await cache.match(PAGE);
    if (kept === undefined) throw error;
    return kept;
  }
};

self.addEventListener('fetch', (event) => {
  const { request } = event;
  if (request.method !== 'GET') return;
  const url = new URL(request.url);
  if (isAsset(url)) event.respondWith(keptOrFetched(request));
  else if (request.mode === 'navigate' && url.origin === self.location.origin) event.respondWith(newestPage(request));
});
