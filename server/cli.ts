#!/usr/bin/env node
import { enableCompileCache, flushCompileCache } from 'node:module';
import { fileURLToPath } from 'node:url';
import { setFlagsFromString } from 'node:v8';

// Keeps what Node makes of the sources for the next start: half the time, and 30 MB less without the machinery that makes it.
enableCompileCache(fileURLToPath(new URL('../node_modules/.cache/orgora', import.meta.url)));
// What a server makes of a message lives for a moment only. Left alone, V8 lets 32 MB of it pile up before it looks; the room for
// it cannot be bounded any more once Node runs, but it can be kept from growing.
setFlagsFromString('--semi-space-growth-factor=1');

// Only now, so that both hold for everything that is loaded.
const { run } = await import('./cli/run.ts');
process.exitCode = await run(process.argv.slice(2));
flushCompileCache();
