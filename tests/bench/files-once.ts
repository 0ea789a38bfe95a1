import type { Board } from '#shared/board/model.ts';
import { drawBoard } from '#shared/drawing/draw-board.ts';
import { pdfOf } from '#shared/formats/pdf/pdf.ts';
import { slidesOf } from '#shared/formats/pptx/deck.ts';
import { pptxOf } from '#shared/formats/pptx/pptx.ts';
import { svgOf } from '#shared/formats/svg.ts';
import { withLayout } from '#shared/layout/apply-layout.ts';
import { layoutBoard } from '#shared/layout/layout-board.ts';
import { FONT_FILES } from '../../server/fonts-node.ts';
import { renderPng } from '../../server/render-png.ts';
import { madeUpOrganisation } from '../support/organisation.ts';

/**
 * Writes one made-up board in one format, in a process of its own, so that its peak of memory is its own:
 * `node tests/bench/files-once.ts 500 pptx`. Prints what it took as JSON.
 */

/** What one file took: from the laid-out board to its bytes, everything loaded but nothing warmed up. */
export interface Once {
  readonly ms: number;
  readonly cpu: number;
  readonly bytes: number;
  /** Most memory the process had, in MB. */
  readonly peak: number;
}

const svgFor = (board: Board): string => svgOf(drawBoard(board), { theme: 'light', title: 'Bench' });
const slides = (board: Board) => slidesOf(board, { by: 'board' });

const WRITERS: Readonly<Record<string, (board: Board) => number | Promise<number>>> = {
  svg: (board) => svgFor(board).length,
  png: (board) => renderPng(svgFor(board), 1).png.length,
  pptx: (board) => pptxOf(slides(board)).bytes.length,
  pdf: async (board) => (await pdfOf(slides(board), {}, FONT_FILES)).bytes.length,
};

const [count = '50', format = 'svg'] = process.argv.slice(2);
const write = WRITERS[format];
if (write === undefined)
  throw new RangeError(`There is no format ${format}: choose from ${Object.keys(WRITERS).join(', ')}.`);
const bare = madeUpOrganisation({ count: Number(count), seed: 1, matrix: false });
const board = withLayout(bare, layoutBoard(bare).boxes);
const start = performance.now();
const cpu = process.cpuUsage();
const bytes = await write(board);
const { user, system } = process.cpuUsage(cpu);
const once: Once = {
  ms: performance.now() - start,
  cpu: (user + system) / 1000,
  bytes,
  peak: process.resourceUsage().maxRSS / 1024,
};
process.stdout.write(`${JSON.stringify(once)}\n`);
