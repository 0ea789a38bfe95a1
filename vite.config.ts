import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';
import { precompressed } from './scripts/precompress.ts';

/** Where `npm run dev` proxies the API and the sync sockets to; the built client is served by the server itself. */
const devServer = `http://127.0.0.1:${process.env['ORGORA_DEV_API_PORT'] ?? '4381'}`;

export default defineConfig({
  root: 'client',
  plugins: [react(), precompressed()],
  build: { outDir: '../dist/client', emptyOutDir: true, target: 'es2024', sourcemap: false },
  server: {
    proxy: {
      '/api': devServer,
      '/sync': { target: devServer, ws: true },
    },
  },
  test: {
    root: '.',
    // Two at a time also where there are two cores; the default there is one.
    maxWorkers: 2,
    reporters: ['default', './tests/support/closing-line-reporter.ts'],
    projects: [
      {
        extends: true,
        test: {
          name: 'rules',
          root: '.',
          environment: 'node',
          isolate: false,
          include: ['tests/{shared,server,contract,fuzz,frozen}/**/*.test.ts'],
          testTimeout: 120_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'component',
          root: '.',
          environment: 'jsdom',
          isolate: false,
          include: ['tests/client/**/*.test.{ts,tsx}'],
          setupFiles: ['tests/support/component-setup.ts'],
          // A machine that has much else to do is no fault of the page.
          testTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'browser',
          root: '.',
          environment: 'node',
          include: ['tests/e2e/**/*.test.ts'],
          // One browser and one copy of the server's code for all files of a worker.
          isolate: false,
          testTimeout: 120_000,
          hookTimeout: 120_000,
          // After everything that needs no browser.
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
});
