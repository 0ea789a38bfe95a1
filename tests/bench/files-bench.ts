import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Once } from './files-once.ts';
import { type Row, row } from './support/table.ts';

const ONCE = fileURLToPath(new URL('files-once.ts', import.meta.url));

/**
 * Figures of a throw-away writer of the same design, measured once on boards of 42, 1,026 and 5,126 nodes: time in ms from board
 * to bytes with its own drawing, and size in KB. Ours are of 50, 500 and 5,000: the middle ones are compared per node.
 */
const PROTOTYPE: Readonly<
  Record<string, readonly { readonly nodes: number; readonly ms: number; readonly kb: number }[]>
> = {
  svg: [
    { nodes: 42, ms: 33 + 9, kb: 45 },
    { nodes: 1026, ms: 153 + 42, kb: 1200 },
    { nodes: 5126, ms: 597 + 157, kb: 6100 },
  ],
  pptx: [
    { nodes: 42, ms: 33 + 86, kb: 18 },
    { nodes: 1026, ms: 153 + 299, kb: 182 },
    { nodes: 5126, ms: 597 + 1333, kb: 844 },
  ],
  pdf: [
    { nodes: 42, ms: 33 + 727, kb: 52 },
    { nodes: 1026, ms: 153 + 2228, kb: 302 },
    { nodes: 5126, ms: 597 + 9080, kb: 1400 },
  ],
};

const once = (count: number, format: string): Once =>
  JSON.parse(
    execFileSync(process.execPath, [ONCE, String(count), format], { encoding: 'utf8', maxBuffer: 2 ** 20 }),
  ) as Once;

/** Boards of 50, 500 and 5,000 elements as SVG, PNG, PPTX and PDF: processor time, size and peak memory. */
export function benchFiles(quick: boolean): Row[] {
  const rows: Row[] = [];
  for (const [i, count] of [50, 500, 5000].entries()) {
    for (const format of ['svg', 'png', 'pptx', 'pdf']) {
      const runs = Array.from({ length: quick || count === 5000 ? 1 : 3 }, () => once(count, format));
      const peer = PROTOTYPE[format]?.[i];
      const scaled = (value: number): readonly number[] => runs.map(() => (value * count) / (peer?.nodes ?? count));
      const what = `${count} elements as ${format}`;
      const of = (key: keyof Once, by = 1): readonly number[] => runs.map((run) => run[key] / by);
      rows.push(row(what, 'CPU ms', of('cpu'), peer === undefined ? null : scaled(peer.ms), '–'));
      rows.push(row(`${what}, size`, 'KB', of('bytes', 1024), peer === undefined ? null : scaled(peer.kb), '–'));
      rows.push(row(`${what}, peak memory`, 'MB', of('peak'), null, '–'));
    }
  }
  return rows;
}
