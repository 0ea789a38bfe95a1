import type { NewContent } from '#shared/board/edit-types.ts';
import type { BoardElement, ElementKindId, Relation, RelationKindId } from '#shared/board/model.ts';
import { reportsId } from '#shared/board/model.ts';
import { ELEMENT_KINDS } from '#shared/vocabulary/index.ts';

const FUNCTIONS = ['MKT', 'MOP', 'IT', 'DAT', 'SAL', 'SVC', 'PRD', 'LEG'] as const;
const NAMES = ['Campaigns', 'Customer data', 'Platform engineering', 'Measurement', 'Content platform', 'Web', 'Sales'];
const KINDS: readonly ElementKindId[] = ['unit', 'unit', 'role', 'unit', 'platform', 'centre', 'committee', 'partner'];
const OTHER_LINES: readonly RelationKindId[] = ['dotted', 'serves', 'advises'];

/**
 * A board of `n` elements in one tree with a fan of five, and about `n / 5` other lines. The same every time: there is no
 * chance in it.
 */
export function sampleBoard(n: number): NewContent {
  const elements: BoardElement[] = [];
  const relations: Relation[] = [];
  const columns = Math.ceil(Math.sqrt(n * 1.1));
  const id = (i: number) => `e${String(i).padStart(5, '0')}`;
  for (let i = 0; i < n; i += 1) {
    const kind: ElementKindId = i < n / 5 ? 'unit' : (KINDS[i % 3] ?? 'unit');
    const { w, h } = ELEMENT_KINDS[kind].defaultSize;
    elements.push({
      id: id(i),
      kind: i % 11 === 7 && i > n / 5 ? (KINDS[4 + (i % 4)] ?? 'unit') : kind,
      name: `${NAMES[i % NAMES.length]} ${i + 1}`,
      x: (i % columns) * 240,
      y: Math.floor(i / columns) * 144,
      w,
      h,
      order: id(i),
      sitsIn: null,
      locked: false,
      group: null,
      attributes: { fn: FUNCTIONS[(i * 7) % FUNCTIONS.length] ?? 'MKT', fte: (i % 12) + 1 },
    });
  }
  const line = (kind: RelationKindId, from: number, to: number) => {
    const a = elements[from];
    const b = elements[to];
    if (a === undefined || b === undefined || a === b) return;
    const name = kind === 'reports' ? reportsId(a.id) : `${kind}:${a.id}:${b.id}`;
    relations.push({ id: name, kind, from: a.id, to: b.id, attributes: {} });
  };
  for (let i = 1; i < n; i += 1) {
    // Its boss is the box above it, or the one beside it in the first row: lines as short as on a drawn board.
    const boss = i >= columns ? i - columns : i - 1;
    const people = (at: number) => ELEMENT_KINDS[elements[at]?.kind ?? 'card'].people;
    if (people(i) && people(boss)) line('reports', i, boss);
    if (i % 4 === 0) line(OTHER_LINES[i % OTHER_LINES.length] ?? 'dotted', i, Math.max(0, i - 1));
  }
  return { elements, relations, overlays: [], frames: [], prompts: [] };
}
