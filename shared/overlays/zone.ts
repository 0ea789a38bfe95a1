import type { Board, BoardElement, Box, Id, Zone, ZoneKind } from '../board/model.ts';
import { sign } from '../drawing/glyphs.ts';
import type { LucideName } from '../drawing/lucide-paths.ts';
import type { Detail, Finish, Mark } from '../drawing/mark.ts';
import { ellipsize, measureText } from '../drawing/measure-text.ts';
import { ink, stroked, text, when } from '../drawing/parts/marks.ts';
import { scopeMark } from '../drawing/parts/scope-mark.ts';
import { n } from '../drawing/parts/shapes.ts';
import { tintOf } from '../drawing/theme.ts';
import { FUNCTIONS } from '../vocabulary/attributes.ts';
import { defineOverlay } from './define-overlay.ts';

/** Kinds of zone with the word people read and the sign before the title (scope draws its own mark). */
export const ZONE_KINDS: readonly {
  readonly id: ZoneKind;
  readonly label: string;
  readonly sign: LucideName | null;
}[] = [
  { id: 'function', label: 'Function', sign: null },
  { id: 'scope', label: 'Scope', sign: null },
  { id: 'layer', label: 'Layer', sign: 'layers' },
  { id: 'region', label: 'Region', sign: 'map-pin' },
  { id: 'journey', label: 'Journey stage', sign: 'chevrons-right' },
];

export const ZONE = defineOverlay({
  id: 'zone',
  label: 'Zone',
  plural: 'zones',
  term: 'A labelled band behind the chart: a function, scope, layer, region or journey stage. Walls make a silo.',
  fields: [
    { id: 'title', label: 'Title', value: { type: 'text', maxLength: 200 } },
    {
      id: 'zone',
      label: 'Kind of zone',
      value: { type: 'choice', choices: ZONE_KINDS.map((k) => ({ code: k.id, label: k.label })) },
    },
    { id: 'fn', label: 'Function', value: { type: 'choice', choices: FUNCTIONS } },
    { id: 'wall', label: 'Walls', hint: 'A silo', value: { type: 'flag' } },
    { id: 'collapsed', label: 'Collapsed', hint: 'Only its title; what lies in it is hidden', value: { type: 'flag' } },
  ],
  icon: [
    {
      type: 'rect',
      x: 2,
      y: 3,
      w: 32,
      h: 18,
      r: 1.5,
      fill: { color: 'zone' },
      stroke: { color: 'ink-4', width: 1 },
    },
    stroked('M6 7.5H16', { color: 'ink-3', width: 1.6 }),
  ],
});

/** Height of a collapsed zone: its title bar. */
export const COLLAPSED_HEIGHT = 32;
const TINT_ALPHA = 0.42;
const TITLE = { size: 11, weight: 600, tracking: 0.1, y: 19 } as const;

/** Where a zone is drawn: the title bar when it is collapsed. */
export const zoneBox = (zone: Zone): Box => ({
  x: zone.x,
  y: zone.y,
  w: zone.w,
  h: zone.collapsed ? COLLAPSED_HEIGHT : zone.h,
});

const centreIn = (zone: Zone, element: BoardElement): boolean => {
  const x = element.x + element.w / 2;
  const y = element.y + element.h / 2;
  return x >= zone.x && x <= zone.x + zone.w && y >= zone.y && y <= zone.y + zone.h;
};

/** Ids of the elements that collapsed zones hide: those whose centre lies in one. */
export function hiddenByZones(board: Board): ReadonlySet<Id> {
  const collapsed = [...board.overlays.values()].filter((o): o is Zone => o.kind === 'zone' && o.collapsed);
  const hidden = new Set<Id>();
  if (collapsed.length === 0) return hidden;
  for (const element of board.elements.values()) {
    if (collapsed.some((zone) => centreIn(zone, element))) hidden.add(element.id);
  }
  return hidden;
}

/** The sign before the title and the room it takes. */
function titleSign(zone: Zone, x: number): { readonly marks: readonly Mark[]; readonly w: number } {
  const middle = TITLE.y - 4;
  if (zone.zone === 'scope') {
    const title = zone.title.toLowerCase();
    const scope = ['global', 'regional', 'local'].find((word) => title.startsWith(word)) ?? 'regional';
    return { marks: scopeMark(scope, x, middle, false), w: 16 };
  }
  const name = ZONE_KINDS.find((k) => k.id === zone.zone)?.sign ?? null;
  return name === null ? { marks: [], w: 0 } : { marks: [sign(name, x - 1, middle - 6.5, 13, 1.4, 'ink-2')], w: 16 };
}

function titleMarks(zone: Zone, detail: Detail, hidden: number): readonly Mark[] {
  const title = zone.title.trim().toLocaleUpperCase('en');
  if (title === '') return [];
  const x = zone.wall ? 14 : 12;
  if (detail === 0) {
    const size = Math.min(72, (zone.w * 0.84) / Math.max(1, measureText(title, 1, 600)), zone.h * 0.4);
    return size < 8 ? [] : [text(x, size * 1.2, title, { size, weight: 600, color: 'ink-2' })];
  }
  if (detail === 1) {
    const w = Math.min(zone.w - 24, measureText(title, TITLE.size, TITLE.weight, TITLE.tracking));
    return [{ type: 'rect', x, y: 11, w: Math.max(0, w), h: 7, r: 2, fill: { color: 'ink', alpha: 0.3 } }];
  }
  const size = detail === 2 ? 15 : TITLE.size;
  const mark = titleSign(zone, x);
  const count = hidden > 0 && zone.collapsed ? `${hidden} inside` : '';
  const right = count === '' ? 10 : measureText(count, 11, 400) + 22;
  // Tracking is not part of what `ellipsize` measures: a twelfth of the room is kept for it.
  const shown = ellipsize(title, (zone.w - x - mark.w - right) / 1.16, size, TITLE.weight);
  return [
    ...mark.marks,
    text(x + mark.w, TITLE.y + (detail === 2 ? 2 : 0), shown, {
      size,
      weight: TITLE.weight,
      color: 'ink-2',
      tracking: TITLE.tracking,
    }),
    ...when(count !== '', () => [
      text(zone.w - 12, TITLE.y, count, { size: 11, weight: 400, color: 'ink-2', anchor: 'end' }),
    ]),
  ];
}

/** Marks of a zone relative to its top-left corner; `hidden` is how many elements its collapsed form stands for. */
export function zoneMarks(zone: Zone, detail: Detail, finish: Finish, hidden = 0): readonly Mark[] {
  const { w, h } = zoneBox(zone);
  const tinted = zone.fn !== null && finish === 'full';
  return [
    {
      type: 'rect',
      x: 0,
      y: 0,
      w,
      h,
      r: zone.wall ? 0 : 3,
      fill: tinted ? { color: tintOf(zone.fn, finish), alpha: TINT_ALPHA } : { color: 'zone' },
      stroke: { color: 'zone-line', width: 1 },
    },
    ...when(zone.wall, () => [stroked(`M0 0V${n(h)}M${n(w)} 0V${n(h)}`, ink(5))]),
    ...titleMarks(zone, detail, hidden),
  ];
}

/** `Zone "IT", function, with walls`. */
export function zoneSentence(zone: Zone): string {
  const kind = ZONE_KINDS.find((k) => k.id === zone.zone)?.label.toLowerCase() ?? zone.zone;
  const name = zone.title.trim() === '' ? 'Zone without a title' : `Zone "${zone.title.trim()}"`;
  return `${name}, ${kind}${zone.wall ? ', with walls' : ''}${zone.collapsed ? ', collapsed' : ''}`;
}
