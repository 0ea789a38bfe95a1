import { createServer as createHttp } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { createServer, type Plugin } from 'vite';

const client = fileURLToPath(new URL('../../client', import.meta.url));
const ENTRY = '/canvas-lab-entry.tsx';
const PAGE = `<!doctype html><html lang="en"><head><title>Canvas</title></head><body style="margin:0"><div id="root"></div>
<script type="module" src="${ENTRY}"></script></body></html>`;

const SOURCE = `
import '/styles/base.css';
import { createElement } from 'react';
import { createRoot } from 'react-dom/client';
import { CanvasLab } from '/debug/canvas-lab/CanvasLab.tsx';
createRoot(document.getElementById('root')).render(createElement(CanvasLab));
`;

const entry: Plugin = {
  name: 'canvas-lab',
  resolveId: (id) => (id === ENTRY ? `\0${ENTRY}` : undefined),
  load: (id) => (id === `\0${ENTRY}` ? SOURCE : undefined),
};

const DEPENDENCIES = [
  'react',
  'react-dom',
  'react-dom/client',
  'react/jsx-runtime',
  'react/jsx-dev-runtime',
  '@xyflow/react',
  'yjs',
  'zustand/vanilla',
  'rbush',
  'lucide-react',
  'polygon-clipping',
];

export interface Lab {
  /** Address of the lab's page; add `?n=1000` and the like. */
  readonly url: string;
  close(): Promise<void>;
}

/** Serves the canvas lab from source, without the product's server, on a free port. */
export async function serveLab(): Promise<Lab> {
  const http = createHttp();
  const vite = await createServer({
    configFile: false,
    root: client,
    cacheDir: fileURLToPath(new URL('../../node_modules/.vite-lab', import.meta.url)),
    logLevel: 'error',
    appType: 'custom',
    plugins: [entry, react()],
    // Every dependency is named, so that none is found while a page loads, which would reload it.
    optimizeDeps: { include: DEPENDENCIES, noDiscovery: true },
    server: { middlewareMode: true, hmr: { server: http }, watch: null },
  });
  http.on('request', (request, response) => {
    if (request.url === '/debug/canvas' || request.url?.startsWith('/debug/canvas?') === true) {
      vite.transformIndexHtml(request.url, PAGE).then(
        (html) => response.setHeader('content-type', 'text/html').end(html),
        (error: unknown) => response.writeHead(500).end(String(error)),
      );
    } else vite.middlewares(request, response);
  });
  await new Promise<void>((done) => http.listen(0, '127.0.0.1', done));
  const { port } = http.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/debug/canvas`,
    async close() {
      await vite.close();
      http.closeAllConnections();
      await new Promise<void>((done) => http.close(() => done()));
    },
  };
}
