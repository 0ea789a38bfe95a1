import { factsOf } from '../board/board-facts.ts';
import type { Board } from '../board/model.ts';
import { OVERLAY_LIST } from '../overlays/index.ts';
import { RELATION_LIST } from '../relations/index.ts';
import { choiceLabel, SCOPES } from '../vocabulary/attributes.ts';
import { KIND_LIST } from '../vocabulary/index.ts';
import { sign } from './glyphs.ts';
import type { Mark } from './mark.ts';
import { measureText } from './measure-text.ts';
import { layerGauge } from './parts/layer-gauge.ts';
import { ink, stroked, text } from './parts/marks.ts';
import { scopeMark } from './parts/scope-mark.ts';
import { roundRect } from './parts/shapes.ts';

/** One line of the legend; the icon is drawn in a box of 36 × 24. */
export interface LegendEntry {
  readonly id: string;
  readonly label: string;
  readonly icon: readonly Mark[];
}

/** Marks that any element may carry, with how to tell that the board uses them. */
function attributeEntries(board: Board): readonly LegendEntry[] {
  const elements = [...board.elements.values()];
  const has = (key: string, value?: unknown): boolean =>
    elements.some((e) => (value === undefined ? e.attributes[key] !== undefined : e.attributes[key] === value));
  const entries: LegendEntry[] = SCOPES.filter((scope) => has('scope', scope.code)).map((scope) => ({
    id: `scope:${scope.code}`,
    label: choiceLabel('scope', scope.code),
    icon: scopeMark(scope.code, 12, 12, false, 6),
  }));
  if (has('layer')) entries.push({ id: 'layer', label: 'Layer, 1 to 5', icon: layerGauge(4, 13, -0.7) });
  if (has('vacant', true) || has('planned', true)) {
    const words = [has('vacant', true) ? 'Vacant' : '', has('planned', true) ? 'planned' : ''].filter((w) => w !== '');
    const label = words.join(' or ');
    entries.push({
      id: 'passing',
      label: label.charAt(0).toUpperCase() + label.slice(1),
      icon: [stroked(roundRect(2, 4, 32, 16, 2.5), ink(1.4, { dash: [5, 3.5] }), { color: 'surface' })],
    });
  }
  if (elements.some((e) => factsOf(board, e.id).embedded)) {
    entries.push({
      id: 'embedded',
      label: 'Sits in one, reports to another',
      icon: [
        { type: 'circle', cx: 18, cy: 12, r: 9, fill: { color: 'surface' }, stroke: ink(1.2) },
        sign('arrow-left-right', 12, 6, 12, 1.4),
      ],
    });
  }
  return entries;
}

/** What the board uses, in the order of the vocabulary: kinds, lines, overlays, marks. */
export function legendOf(board: Board): readonly LegendEntry[] {
  const kinds = new Set([...board.elements.values()].map((e) => e.kind));
  const lines = new Set([...board.relations.values()].map((r) => r.kind));
  const overlays = new Set(
    [...board.overlays.values()].filter((o) => o.kind !== 'tiger' || !o.hidden).map((o) => o.kind),
  );
  const entry = (of: { readonly id: string; readonly label: string; readonly icon: readonly Mark[] }): LegendEntry => ({
    id: of.id,
    label: of.label,
    icon: of.icon,
  });
  return [
    ...KIND_LIST.filter((kind) => kinds.has(kind.id)).map(entry),
    ...RELATION_LIST.filter((kind) => lines.has(kind.id)).map(entry),
    ...OVERLAY_LIST.filter((overlay) => overlays.has(overlay.id)).map(entry),
    ...attributeEntries(board),
  ];
}

const ROW = 28;
const HEAD = 26;
const LABEL_X = 44;
const BETWEEN = 24;

/** The legend in columns, two by default, relative to its top-left corner, without a ground of its own. */
export function drawLegend(
  entries: readonly LegendEntry[],
  columnCount = 2,
): {
  readonly marks: readonly Mark[];
  readonly w: number;
  readonly h: number;
} {
  if (entries.length === 0) return { marks: [], w: 0, h: 0 };
  const rows = Math.ceil(entries.length / columnCount);
  const columns = Array.from({ length: columnCount }, (_, i) => entries.slice(i * rows, (i + 1) * rows));
  const marks: Mark[] = [text(0, 13, 'Legend', { size: 12, weight: 600 })];
  let x = 0;
  for (const column of columns) {
    if (column.length === 0) continue;
    for (const [i, entry] of column.entries()) {
      const y = HEAD + i * ROW;
      marks.push({ type: 'group', at: { x, y }, marks: entry.icon });
      marks.push(text(x + LABEL_X, y + 16.2, entry.label, { size: 12, weight: 400, color: 'ink-2' }));
    }
    x += LABEL_X + Math.max(...column.map((entry) => measureText(entry.label, 12, 400))) + BETWEEN;
  }
  return { marks, w: x - BETWEEN, h: HEAD + rows * ROW };
}
