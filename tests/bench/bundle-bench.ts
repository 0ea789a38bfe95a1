import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { type Row, row } from './support/table.ts';

const ASSETS = 'dist/client/assets';
const KB = 1024;

/** Every script that the given ones import at once, themselves included. Lazy imports do not count. */
function closure(first: readonly string[]): Set<string> {
  const seen = new Set<string>();
  const todo = [...first];
  while (todo.length > 0) {
    const name = todo.pop();
    if (name === undefined || seen.has(name)) continue;
    seen.add(name);
    const source = readFileSync(join(ASSETS, name), 'utf8');
    for (const match of source.matchAll(/(?:from|import)\s*"\.\/([^"]+\.js)"/g)) if (match[1]) todo.push(match[1]);
  }
  return seen;
}

const gzipped = (names: Iterable<string>): number =>
  [...names].reduce((sum, name) => sum + gzipSync(readFileSync(join(ASSETS, name))).length, 0) / KB;

/** Size of what the first screen and an open board load, in KB gzip; needs a build. */
export function benchBundle(): Row[] {
  const html = readFileSync('dist/client/index.html', 'utf8');
  const entries = [...html.matchAll(/assets\/([^"]+\.js)"/g)].flatMap((m) => (m[1] ? [m[1]] : []));
  const files = readdirSync(ASSETS).filter((name) => name.endsWith('.js'));
  const page = (part: string): string[] => files.filter((name) => name.startsWith(part));
  return [
    row(
      'JavaScript of the home page, gzip',
      'KB',
      [gzipped(closure([...entries, ...page('HomePage')]))],
      null,
      '≤ 300',
    ),
    row(
      'JavaScript of an open board, gzip',
      'KB',
      [gzipped(closure([...entries, ...page('BoardPage')]))],
      null,
      '≤ 300',
    ),
  ];
}
