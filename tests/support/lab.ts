import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { sharedBrowser } from './browser.ts';
import { builtClient } from './built-client.ts';

const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css',
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.svg': 'image/svg+xml',
  '.ttf': 'font/ttf',
  '.woff2': 'font/woff2',
};

/** The canvas lab of the built client, without the product's server, and pages that show it. */
export interface Lab {
  /**
   * Shows a new board for a query such as `template=none` or `n=600`, in a window of 1440 × 900 without motion or as the
   * options say; answers its page and the errors nobody caught there. The same options give the same page, which leaves
   * what it showed before: that takes a third of the time of a new one.
   */
  open(query: string, options?: BrowserContextOptions): Promise<{ readonly page: Page; readonly faults: string[] }>;
  close(): Promise<void>;
}

/** Serves the built client's lab on a free port. */
export async function serveLab(): Promise<Lab> {
  const root = builtClient();
  const http = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://lab').pathname;
    const name = path === '/debug/canvas' ? 'index.html' : path.slice(1);
    const file = join(root, name);
    // Without the worker that keeps the page: nobody goes offline here.
    if (name === 'sw.js' || name.includes('..') || !existsSync(file)) response.writeHead(404).end();
    else {
      response.setHeader('cache-control', name.startsWith('assets/') ? 'max-age=3600, immutable' : 'no-cache');
      response.setHeader('content-type', TYPES[extname(name)] ?? 'text/plain').end(readFileSync(file));
    }
  });
  await new Promise<void>((done) => http.listen(0, '127.0.0.1', done));
  const baseURL = `http://127.0.0.1:${(http.address() as AddressInfo).port}`;
  const browser = await sharedBrowser();
  const shown = new Map<string, { readonly page: Page; readonly faults: string[] }>();
  return {
    async open(query, options = {}) {
      const key = JSON.stringify(options);
      let one = shown.get(key);
      if (one === undefined) {
        const viewport = { width: 1440, height: 900 };
        const context = await browser.newContext({ viewport, reducedMotion: 'reduce', baseURL, ...options });
        one = { page: await context.newPage(), faults: [] };
        const { faults } = one;
        one.page.on('pageerror', (error) => faults.push(String(error)));
        shown.set(key, one);
      }
      await one.page.goto(`/debug/canvas?${query}`);
      return one;
    },
    async close() {
      await Promise.all([...shown.values()].map(({ page }) => page.context().close()));
      http.closeAllConnections();
      await new Promise<void>((done) => http.close(() => done()));
    },
  };
}
