import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import type { Board } from '#shared/board/model.ts';
import { drawBoard } from '#shared/drawing/draw-board.ts';
import type { Mark } from '#shared/drawing/mark.ts';
import { pdfOf } from '#shared/formats/pdf/pdf.ts';
import { slidesOf } from '#shared/formats/pptx/deck.ts';
import { pptxOf } from '#shared/formats/pptx/pptx.ts';
import { boardFromTemplate } from '#shared/templates/board-from-template.ts';
import { TEMPLATES } from '#shared/templates/index.ts';
import { FONT_FILES } from '../../server/fonts-node.ts';
import { NAMES, scriptsBoard } from '../shared/formats/scripts-board.ts';

/**
 * `npm run test:office`: what other programs make of our files. Needs LibreOffice (`soffice`) and poppler (`pdftotext`), so it is
 * no part of `npm test`; says plainly what it could not try, and ends with 1 when something is wrong.
 */

const say = (line: string): void => {
  process.stdout.write(`${line}\n`);
};

const has = (program: string, flag: string): boolean =>
  spawnSync(program, [flag], { timeout: 60_000 }).error === undefined;

const counts = { passed: 0, failed: 0, skipped: 0 };

function check(rule: string, faults: readonly string[]): void {
  counts[faults.length === 0 ? 'passed' : 'failed'] += 1;
  say(`${faults.length === 0 ? '✓' : '✗'} ${rule}`);
  for (const fault of faults) say(`    ${fault}`);
}

function skip(rule: string, lacks: string): void {
  counts.skipped += 1;
  say(`– ${rule}: NOT TRIED, there is no ${lacks} on this machine`);
}

const folder = mkdtempSync(join(tmpdir(), 'orgora-office-'));

function convert(to: string, files: readonly string[]): void {
  const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`;
  const args = [profile, '--headless', '--convert-to', to, '--outdir', join(folder, to), ...files];
  mkdirSync(join(folder, to), { recursive: true });
  const { status, stderr } = spawnSync('soffice', args, { encoding: 'utf8', timeout: 600_000 });
  if (status !== 0) throw new Error(`LibreOffice could not write ${to}: ${stderr}`);
}

const textOf = (pdf: string): string =>
  spawnSync('pdftotext', ['-raw', pdf, '-'], { encoding: 'utf8', maxBuffer: 2 ** 26 }).stdout;

/** Words in the order they stand, without the breaks that lines and hyphens put between them. */
const plain = (text: string): string => text.normalize('NFC').replaceAll(/[\s\u00ad-]+/g, '');

/** Every line of text as it is drawn. */
const linesIn = (marks: readonly Mark[]): readonly string[] =>
  marks.flatMap((mark) => (mark.type === 'group' ? linesIn(mark.marks) : mark.type === 'text' ? [mark.text] : []));

const count = (text: string, pattern: RegExp): number => [...text.matchAll(pattern)].length;

const ofSlides = (bytes: Uint8Array): string =>
  Object.entries(unzipSync(bytes))
    .filter(([path]) => /^ppt\/slides\/slide\d+\.xml$/.test(path))
    .map(([, part]) => strFromU8(part))
    .join('');

interface Deck {
  readonly id: string;
  readonly board: Board;
  readonly path: string;
  readonly connectors: number;
}

const decks = TEMPLATES.map((template): Deck => {
  const board = boardFromTemplate(template);
  const { bytes } = pptxOf(slidesOf(board, { by: 'board' }));
  const path = join(folder, `${template.id}.pptx`);
  writeFileSync(path, bytes);
  return { id: template.id, board, path, connectors: count(ofSlides(bytes), /<p:cxnSp>/g) };
});

const office = has('soffice', '--version');
const poppler = has('pdftotext', '-v');

const GLUED = `OFFICE-1 LibreOffice keeps the start and the end shape of every connector of all ${decks.length} templates`;
if (!office) skip(GLUED, 'LibreOffice');
else {
  convert(
    'odp',
    decks.map(({ path }) => path),
  );
  let kept = 0;
  const faults = decks.flatMap(({ id, connectors }) => {
    const parts = unzipSync(new Uint8Array(readFileSync(join(folder, 'odp', `${id}.odp`))));
    const xml = strFromU8(parts['content.xml'] ?? new Uint8Array());
    const drawn = [...xml.matchAll(/<draw:connector [^>]*>/g)].map(([tag]) => tag);
    const glued = drawn.filter((tag) => tag.includes('draw:start-shape=') && tag.includes('draw:end-shape='));
    kept += glued.length;
    return glued.length === connectors ? [] : [`${id}: ${glued.length} of ${connectors} are glued at both ends`];
  });
  check(`${GLUED}: ${kept} of ${decks.reduce((sum, deck) => sum + deck.connectors, 0)}`, faults);
}

const NAMED = 'OFFICE-2 LibreOffice shows the name of every box on the slide';
if (!office || !poppler) skip(NAMED, office ? 'poppler' : 'LibreOffice');
else {
  const some = decks.filter(({ id }) => ['M4', 'T1', 'G1', 'C1', 'M1'].includes(id));
  convert(
    'pdf',
    some.map(({ path }) => path),
  );
  const faults = some.flatMap(({ id, board }) => {
    const text = plain(textOf(join(folder, 'pdf', `${id}.pdf`)));
    return [...board.elements.values()]
      .filter(({ name, kind }) => kind !== 'card' && !text.includes(plain(name)))
      .map(({ name }) => `${id}: "${name}" is not on the slide`);
  });
  check(NAMED, faults);
}

const SCRIPTS =
  'OFFICE-3 pdftotext finds every name in our PDF, in Latin, Romanian, Greek, Cyrillic, Chinese, Korean and Japanese';
const OURS = 'OFFICE-4 pdftotext finds every line of every label of all templates in our PDF';
if (!poppler) {
  skip(SCRIPTS, 'poppler');
  skip(OURS, 'poppler');
} else {
  const written = async (id: string, board: Board): Promise<string> => {
    const { bytes } = await pdfOf(slidesOf(board, { by: 'board' }), {}, FONT_FILES);
    const path = join(folder, `${id}-ours.pdf`);
    writeFileSync(path, bytes);
    return plain(textOf(path));
  };
  const scripts = await written('scripts', scriptsBoard());
  check(
    SCRIPTS,
    NAMES.filter((name) => !scripts.includes(plain(name))).map((name) => `"${name}" is not found`),
  );
  const faults: string[] = [];
  for (const { id, board } of decks) {
    const text = await written(id, board);
    const lines = new Set(drawBoard(board).items.flatMap((item) => linesIn(item.marks)));
    for (const line of lines) if (!text.includes(plain(line))) faults.push(`${id}: "${line}" is not found`);
  }
  check(OURS, faults);
}

rmSync(folder, { recursive: true, force: true });
say(`${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped`);
process.exit(counts.failed === 0 ? 0 : 1);
