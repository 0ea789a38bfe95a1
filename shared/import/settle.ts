import type { ElementKindId } from '../board/model.ts';
import { RELATIONS } from '../relations/index.ts';
import { ELEMENT_KINDS } from '../vocabulary/index.ts';
import type { ImportDraft, ImportedItem, ImportedLine, ImportFormat } from './import-types.ts';
import { counted, quoted, type Repairs } from './repairs.ts';
import type { Steps } from './steps.ts';

/** A box that may still change while a source is read. */
export type SketchItem = { -readonly [K in keyof ImportedItem]: ImportedItem[K] };

export interface Sketch {
  readonly format: ImportFormat;
  readonly title: string;
  readonly items: readonly SketchItem[];
  readonly lines: readonly ImportedLine[];
  readonly unplaced: boolean;
}

type Link = 'boss' | 'sitsIn';

/** What a box is called in a message. */
export const called = (item: SketchItem): string => quoted(item.name === '' ? item.key : item.name);

type Kind = ImportedLine['kind'];

interface Other {
  readonly kind: Kind;
  /** From the upper end to the lower one. */
  readonly down: boolean;
}

/** What may be drawn instead of a reporting or dotted line, best first. */
const INSTEAD: readonly Other[] = [
  { kind: 'owns', down: true },
  { kind: 'member', down: false },
  { kind: 'member', down: true },
  { kind: 'owns', down: false },
  { kind: 'serves', down: false },
  { kind: 'advises', down: false },
];

/** The line that fits between a box and the one above it when the vocabulary has no reporting or dotted line there. */
function otherLine(item: ElementKindId, above: ElementKindId): Other | null {
  const fits = ({ kind, down }: Other): boolean => {
    const [from, to] = down ? [above, item] : [item, above];
    return RELATIONS[kind].refuse({ id: 'a', kind: from }, { id: 'b', kind: to }, {}) === null;
  };
  return INSTEAD.find(fits) ?? null;
}

class Settling {
  readonly #items: ReadonlyMap<string, SketchItem>;
  readonly #sketch: Sketch;
  readonly #repairs: Repairs;
  readonly #more: ImportedLine[] = [];

  constructor(sketch: Sketch, repairs: Repairs) {
    this.#sketch = sketch;
    this.#repairs = repairs;
    this.#items = new Map(sketch.items.map((item) => [item.key, item]));
  }

  *run(): Steps<ImportDraft> {
    for (const item of this.#sketch.items) this.#checkHome(item);
    yield 0.2;
    for (const item of this.#sketch.items) this.#checkBoss(item);
    yield 0.4;
    this.#cutRings('boss');
    yield 0.6;
    this.#cutRings('sitsIn');
    yield 0.8;
    const lines = this.#lines();
    const { format, title, items, unplaced } = this.#sketch;
    const roots = items.filter((item) => item.boss === null && item.sitsIn === null && ELEMENT_KINDS[item.kind].people);
    if (roots.length > 1 && !unplaced) {
      this.#repairs.info(
        null,
        'many-roots',
        `${counted(roots.length, 'box', 'boxes')} have nobody above them: they stand side by side.`,
      );
    }
    return { format, title, items, lines, repairs: this.#repairs.list(), unplaced };
  }

  #checkHome(item: SketchItem): void {
    const home = item.sitsIn === null ? undefined : this.#items.get(item.sitsIn);
    if (home === undefined) {
      item.sitsIn = null;
      return;
    }
    if (home === item) {
      this.#repairs.info(item.line, 'sits-in-itself', `${called(item)} sits in itself: that was left out.`);
      item.sitsIn = null;
    } else if (!ELEMENT_KINDS[home.kind].holds) {
      const kind = ELEMENT_KINDS[home.kind].label.toLowerCase();
      this.#repairs.warn(
        item.line,
        'no-container',
        `${called(item)} cannot sit in ${called(home)}, a ${kind}: it stands outside.`,
      );
      item.sitsIn = null;
    }
  }

  #checkBoss(item: SketchItem): void {
    const boss = item.boss === null ? undefined : this.#items.get(item.boss);
    if (boss === undefined) {
      item.boss = null;
      return;
    }
    if (boss === item) {
      this.#repairs.info(item.line, 'self-manager', `${called(item)} reports to itself: it stands at the top.`);
      item.boss = null;
      return;
    }
    if (RELATIONS.reports.refuse({ id: item.key, kind: item.kind }, { id: boss.key, kind: boss.kind }, {}) === null)
      return;
    item.boss = null;
    const other = otherLine(item.kind, boss.kind);
    if (other === null) {
      const kind = ELEMENT_KINDS[item.kind].label.toLowerCase();
      this.#repairs.warn(
        item.line,
        'cannot-report',
        `${called(item)}, a ${kind}, cannot report to ${called(boss)}: it stands without a line.`,
      );
      return;
    }
    const [from, to] = other.down ? [boss, item] : [item, boss];
    this.#more.push({ kind: other.kind, from: from.key, to: to.key });
    const verb = RELATIONS[other.kind].verb;
    this.#repairs.info(
      item.line,
      'other-line',
      `${called(item)} cannot report to ${called(boss)}: ${called(from)} ${verb} ${called(to)} instead.`,
    );
  }

  /** Walks up from each box with two colours; a ring is cut above its earliest row. No recursion: a ring may be long. */
  #cutRings(link: Link): void {
    const done = new Map<SketchItem, boolean>();
    const above = (item: SketchItem): SketchItem | undefined => {
      const key = item[link];
      return key === null ? undefined : this.#items.get(key);
    };
    for (const start of this.#sketch.items) {
      const path: SketchItem[] = [];
      let at: SketchItem | undefined = start;
      while (at !== undefined && !done.has(at)) {
        done.set(at, false);
        path.push(at);
        at = above(at);
      }
      if (at !== undefined && done.get(at) === false) this.#cut(path.slice(path.indexOf(at)), link);
      for (const item of path) done.set(item, true);
    }
  }

  #cut(ring: readonly SketchItem[], link: Link): void {
    const first = ring.reduce((a, b) => (b.line < a.line ? b : a));
    const names = ring.slice(0, 4).map(called).join(', ');
    const all = ring.length > 4 ? `${names} and ${ring.length - 4} more` : names;
    const what = link === 'boss' ? 'report to one another' : 'sit in one another';
    const then = link === 'boss' ? 'stands at the top' : 'stands outside';
    this.#repairs.error(first.line, 'cycle', `${all} ${what} in a ring: ${called(first)}, first in the file, ${then}.`);
    first[link] = null;
  }

  #lines(): readonly ImportedLine[] {
    const seen = new Set<string>();
    const kept: ImportedLine[] = [];
    for (const line of [...this.#sketch.lines, ...this.#more]) {
      const from = this.#items.get(line.from);
      const to = this.#items.get(line.to);
      if (from === undefined || to === undefined) continue;
      const symmetric = RELATIONS[line.kind].symmetric;
      const pair = symmetric && line.to < line.from ? `${line.to}\n${line.from}` : `${line.from}\n${line.to}`;
      const key = `${line.kind}\n${pair}`;
      if (seen.has(key) || from === to) continue;
      seen.add(key);
      if (line.kind === 'dotted' && from.boss === to.key) {
        const sentence = `${called(from)} reports to ${called(to)}, so its dotted line there was left out.`;
        this.#repairs.info(from.line, 'dotted-boss', sentence);
        continue;
      }
      const refused = RELATIONS[line.kind].refuse(
        { id: from.key, kind: from.kind },
        { id: to.key, kind: to.kind },
        line.attributes ?? {},
      );
      if (refused === null) kept.push(line);
      else if (line.kind === 'dotted') this.#insteadOfDotted(from, to, kept);
      else this.#noLine(from, line.kind, to, refused);
    }
    return kept;
  }

  #insteadOfDotted(from: SketchItem, to: SketchItem, kept: ImportedLine[]): void {
    const other = otherLine(from.kind, to.kind);
    if (other === null) {
      this.#noLine(from, 'dotted', to, 'The vocabulary has no line between them.');
      return;
    }
    const [start, end] = other.down ? [to, from] : [from, to];
    kept.push({ kind: other.kind, from: start.key, to: end.key });
    const verb = RELATIONS[other.kind].verb;
    const sentence = `${called(from)} cannot have a dotted line to ${called(to)}: ${called(start)} ${verb} ${called(end)} instead.`;
    this.#repairs.info(from.line, 'other-line', sentence);
  }

  #noLine(from: SketchItem, kind: Kind, to: SketchItem, reason: string): void {
    const sentence = `That ${called(from)} ${RELATIONS[kind].verb} ${called(to)} could not be drawn: ${reason}`;
    this.#repairs.warn(from.line, 'no-line', sentence);
  }
}

/**
 * Makes a draft of what a source says: nobody above themselves, no rings, lines and containers only where the vocabulary has
 * them. Everything that is changed is said. Changes the items it is given.
 */
export const settle = (sketch: Sketch, repairs: Repairs): Steps<ImportDraft> => new Settling(sketch, repairs).run();
