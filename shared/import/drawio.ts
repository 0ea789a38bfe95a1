import type { Box, ElementKindId, Point } from '../board/model.ts';
import { type DrawioCell, drawioPages } from './drawio-file.ts';
import { type DrawnEdge, readEdges } from './edges.ts';
import { htmlLines } from './html-text.ts';
import type { ImportDraft } from './import-types.ts';
import { itemOfLabel } from './label.ts';
import { counted, quoted, Repairs } from './repairs.ts';
import { type SketchItem, settle } from './settle.ts';
import { finish, ImportProblem, type Steps } from './steps.ts';

/** What shapes usually stand for; `null` leaves it to the name. */
const SHAPES: readonly (readonly [RegExp, ElementKindId])[] = [
  [/hexagon/, 'committee'],
  [/cylinder|datastore|database|shape=process/, 'platform'],
  [/shape=note|shape=card|shape=document/, 'card'],
  [/umlActor|shape=actor/, 'role'],
  [/cloud/, 'partner'],
  [/shape=step|singleArrow|offPageConnector/, 'function'],
  [/^ellipse|;ellipse|shape=ellipse|arcSize=50|terminator/, 'centre'],
  [/swimlane/, 'unit'],
];

const kindOf = (style: string): ElementKindId | null => SHAPES.find(([shape]) => shape.test(style))?.[1] ?? null;

/** Line of the file on which each id is given first. */
function linesOfIds(xml: string): ReadonlyMap<string, number> {
  const lines = new Map<string, number>();
  let line = 1;
  let at = 0;
  for (const found of xml.matchAll(/\sid="([^"]*)"/g)) {
    for (let i = xml.indexOf('\n', at); i >= 0 && i < found.index; i = xml.indexOf('\n', i + 1)) line += 1;
    at = found.index;
    const id = found[1] ?? '';
    if (!lines.has(id)) lines.set(id, line);
  }
  return lines;
}

class Diagram {
  readonly #cells: ReadonlyMap<string, DrawioCell>;
  readonly #lines: ReadonlyMap<string, number>;
  readonly #repairs: Repairs;
  readonly items = new Map<string, SketchItem>();

  constructor(cells: readonly DrawioCell[], lines: ReadonlyMap<string, number>, repairs: Repairs) {
    this.#cells = new Map(cells.map((cell) => [cell.id, cell]));
    this.#lines = lines;
    this.#repairs = repairs;
  }

  line(id: string): number {
    return this.#lines.get(id) ?? 1;
  }

  readBoxes(): void {
    const linked = new Set([...this.#cells.values()].flatMap((cell) => (cell.edge ? [cell.source, cell.target] : [])));
    const parents = new Set([...this.#cells.values()].filter((cell) => cell.vertex).map((cell) => cell.parent));
    let blank = 0;
    for (const cell of this.#cells.values()) {
      if (!cell.vertex || this.#cells.get(cell.parent)?.edge === true) continue;
      const lines = htmlLines(cell.label);
      if (lines.length === 0 && !linked.has(cell.id)) {
        if (!parents.has(cell.id)) blank += 1;
        continue;
      }
      const item = itemOfLabel(lines, parents.has(cell.id) ? 'unit' : this.#kind(cell, linked), {
        key: cell.id,
        line: this.line(cell.id),
      });
      const box = this.#boxOf(cell);
      this.items.set(cell.id, box === null ? item : { ...item, box });
    }
    if (blank > 0)
      this.#repairs.info(null, 'blank-shapes', `${counted(blank, 'shape')} without a text or a line were left out.`);
    for (const item of this.items.values()) item.sitsIn = this.#homeOf(item.key);
  }

  /** A text that hangs on nothing is a note. */
  #kind(cell: DrawioCell, linked: ReadonlySet<string>): ElementKindId | null {
    if (/^text(;|$)/.test(cell.style) && !linked.has(cell.id)) return 'card';
    return kindOf(cell.style);
  }

  #homeOf(id: string): string | null {
    const seen = new Set<string>([id]);
    for (
      let at = this.#cells.get(id)?.parent ?? '';
      at !== '' && !seen.has(at);
      at = this.#cells.get(at)?.parent ?? ''
    ) {
      if (this.items.has(at)) return at;
      seen.add(at);
    }
    return null;
  }

  #boxOf(cell: DrawioCell): Box | null {
    if (cell.box === null) return null;
    const origin: Point = this.#originOf(cell);
    return { ...cell.box, x: cell.box.x + origin.x, y: cell.box.y + origin.y };
  }

  /** Places are written relative to the parent. */
  #originOf(cell: DrawioCell): Point {
    let [x, y] = [0, 0];
    const seen = new Set<string>();
    for (let at = this.#cells.get(cell.parent); at !== undefined && !seen.has(at.id); at = this.#cells.get(at.parent)) {
      seen.add(at.id);
      x += at.box?.x ?? 0;
      y += at.box?.y ?? 0;
    }
    return { x, y };
  }

  edges(): readonly DrawnEdge[] {
    const labels = new Map<string, string>();
    for (const cell of this.#cells.values()) {
      if (cell.vertex && this.#cells.get(cell.parent)?.edge === true)
        labels.set(cell.parent, htmlLines(cell.label).join(' '));
    }
    return [...this.#cells.values()].flatMap((cell): readonly DrawnEdge[] => {
      if (!cell.edge) return [];
      const line = this.line(cell.id);
      if (!this.items.has(cell.source) || !this.items.has(cell.target)) {
        this.#repairs.warn(line, 'loose-line', 'A line here is not fastened to a box at both ends and was left out.');
        return [];
      }
      const headAtStart = /startArrow=(?!none)/.test(cell.style);
      const label = htmlLines(cell.label).join(' ') || (labels.get(cell.id) ?? '');
      const dashed = /dashed=1|dashPattern=/.test(cell.style);
      const headless = /endArrow=none/.test(cell.style);
      return [{ from: cell.source, to: cell.target, line, dashed, both: headAtStart && !headless, label }];
    });
  }
}

/** Boxes and lines of a draw.io diagram: its first page with boxes. Throws `ImportProblem` when it cannot be read. */
export function* draftFromDrawioSteps(xml: string, title = ''): Steps<ImportDraft> {
  const repairs = new Repairs();
  const pages = drawioPages(xml);
  yield 0.4;
  const filled = pages.filter((page) => page.cells.some((cell) => cell.vertex));
  const [page, ...others] = filled;
  if (page === undefined)
    throw new ImportProblem('There are no boxes in this draw.io file: choose one with a diagram in it.');
  if (others.length > 0) {
    const names = others.map((other) => quoted(other.name)).join(', ');
    repairs.warn(null, 'other-pages', `Only the first page was read; left out: ${names}.`);
  }
  const diagram = new Diagram(page.cells, linesOfIds(xml), repairs);
  diagram.readBoxes();
  yield 0.6;
  const lines = readEdges(diagram.edges(), diagram.items, { down: true }, repairs);
  const items = [...diagram.items.values()].sort(
    (a, b) => (a.box?.y ?? 0) - (b.box?.y ?? 0) || (a.box?.x ?? 0) - (b.box?.x ?? 0),
  );
  return yield* settle({ format: 'drawio', title, items, lines, unplaced: false }, repairs);
}

/** `draftFromDrawioSteps` in one go. */
export const draftFromDrawio = (xml: string, title = ''): ImportDraft => finish(draftFromDrawioSteps(xml, title));
