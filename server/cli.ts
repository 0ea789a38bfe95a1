#!/usr/bin/env node
import { enableCompileCache, flushCompileCache } from 'node:module';
import { fileURLToPath } from 'node:url';
import { setFlagsFromString } from 'node:v8';

// Keeps what Node makes of the sources for the next start: half the time, and 30 MB less without the machinery that makes it.
enableCompileCache(fileURLToPath(new URL('../node_modules/.cache/orgora', import.meta.url)));
// What a server makes of a message lives for a moment only; left alone, V8 lets 64 MB of it pile up before it looks.
setFlagsFromString('--max-semi-space-size=8');

// Only now, so that both hold for everything that is loaded.
const { run } = await import('./cli/run.ts');
process.exitCode = await run(process.argv.slice(2));
flushCompileCache();
