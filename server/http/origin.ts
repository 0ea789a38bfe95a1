import type { IncomingHttpHeaders } from 'node:http';

/**
 * Whether a request comes from one of our own pages. A browser always says where from when it changes something or opens a
 * socket; who says nothing is not a browser, and holds no cookie it was not given on purpose.
 */
export function isOwnOrigin(headers: IncomingHttpHeaders, allowed: readonly string[]): boolean {
  const { origin, host } = headers;
  if (origin === undefined) return headers['sec-fetch-site'] !== 'cross-site';
  if (allowed.includes(origin)) return true;
  if (!URL.canParse(origin)) return false;
  return host !== undefined && new URL(origin).host === host;
}
