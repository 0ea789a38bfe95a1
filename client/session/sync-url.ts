/** Where a page speaks to its server. */
export const syncUrl = (): string =>
  `${window.location.protocol === 'https:' ? 'wss' : 'ws'}://${window.location.host}/sync`;

/** Longest wait between two tries after a lost line, in milliseconds: no storm on the server, different for every page. */
export const backoff = (): number => 15_000 + Math.floor(Math.random() * 15_000);
