import type { Board, Box, Id, TigerTeam } from '../board/model.ts';
import type { Detail, Finish, Hatch, Mark } from '../drawing/mark.ts';
import { measureText } from '../drawing/measure-text.ts';
import { roundedPath } from '../drawing/parts/line.ts';
import { stroked, text, when } from '../drawing/parts/marks.ts';
import { numberDisc } from '../drawing/parts/number-disc.ts';
import { n, roundRect } from '../drawing/parts/shapes.ts';
import { teamColor } from '../drawing/theme.ts';
import { defineOverlay } from './define-overlay.ts';

const week = { min: -520, max: 520, step: 1 } as const;

export const TIGER = defineOverlay({
  id: 'tiger',
  label: 'Tiger team',
  plural: 'tiger teams',
  term: 'A temporary team over the chart: people lent for some weeks, each with a share, for one purpose.',
  fields: [
    { id: 'name', label: 'Name', value: { type: 'text', maxLength: 200 } },
    { id: 'purpose', label: 'Purpose', value: { type: 'text', maxLength: 2000 } },
    {
      id: 'sponsor',
      label: 'Sponsor',
      hint: 'An element of the board, or a role title',
      value: { type: 'text', maxLength: 120 },
    },
    { id: 'lead', label: 'Lead', hint: 'One of its members', value: { type: 'text', maxLength: 120 } },
    { id: 'start', label: 'Starts in week', value: { type: 'number', ...week } },
    { id: 'end', label: 'Ends in week', value: { type: 'number', ...week } },
    { id: 'hidden', label: 'Hidden', value: { type: 'flag' } },
  ],
  icon: [
    {
      type: 'path',
      d: roundRect(2, 3, 32, 18, 7),
      fill: { color: 'team-1', alpha: 0.12 },
      stroke: { color: 'team-1', width: 1.5, dash: [4, 2.6] },
    },
  ],
});

/** Angle of each team's hatch; the fifth crosses. Lines are vertical at 0°. */
const HATCHES = [
  { hatch: 'lines', angle: 45, step: 8 },
  { hatch: 'lines', angle: 135, step: 8 },
  { hatch: 'lines', angle: 0, step: 8 },
  { hatch: 'lines', angle: 90, step: 8 },
  { hatch: 'cross', angle: 22.5, step: 9 },
] as const;

function hatchOf(number: number, finish: Finish): Hatch {
  const hatch = HATCHES[(number - 1) % HATCHES.length] ?? HATCHES[0];
  return finish === 'print'
    ? { ...hatch, width: 1, color: 'ink', alpha: 0.75 }
    : { ...hatch, width: 1.1, color: `${teamColor(number)}-hatch` };
}

/** Outline, fill and hatch of a team's hull. */
export const hullMarks = (d: string, number: number, detail: Detail, finish: Finish): readonly Mark[] => [
  ...when(finish === 'full', () => [{ type: 'path', d, fill: { color: `${teamColor(number)}-fill` } }]),
  ...when(detail > 0, () => [{ type: 'path', d, fill: hatchOf(number, finish) }]),
  stroked(d, { color: finish === 'print' ? 'ink' : teamColor(number), width: 1.6, dash: [6, 4] }),
];

const centre = (box: Box) => ({ x: box.x + box.w / 2, y: box.y + box.h / 2 });

/** Members from stop to stop: the nearest next, from the one most to the top left. */
function stops(members: readonly Box[]): readonly Box[] {
  const left = [...members].sort((a, b) => a.x + a.y - (b.x + b.y));
  const way: Box[] = [];
  let here = left.shift();
  while (here !== undefined) {
    way.push(here);
    const from = centre(here);
    let nearest = 0;
    for (let i = 1; i < left.length; i++) {
      const [a, b] = [left[i], left[nearest]];
      if (a === undefined || b === undefined) continue;
      const [p, q] = [centre(a), centre(b)];
      if (Math.abs(p.x - from.x) + Math.abs(p.y - from.y) < Math.abs(q.x - from.x) + Math.abs(q.y - from.y))
        nearest = i;
    }
    here = left.splice(nearest, 1)[0];
  }
  return way;
}

/** The rail of a team: one right-angled line through its members, under them. */
export function railPath(members: readonly Box[]): string {
  const way = stops(members);
  return way
    .slice(1)
    .map((box, i) => {
      const a = centre(way[i] ?? box);
      const b = centre(box);
      const straight = Math.abs(a.x - b.x) < 1 || Math.abs(a.y - b.y) < 1;
      return roundedPath(straight ? [a, b] : [a, { x: a.x, y: b.y }, b], 14);
    })
    .join('');
}

export const railMarks = (d: string, number: number, finish: Finish): readonly Mark[] => {
  const color = finish === 'print' ? 'ink' : teamColor(number);
  return [
    stroked(d, { color, alpha: 0.22, width: 7, join: 'round' }),
    stroked(d, { color, width: 1.6, dash: [6, 4], join: 'round' }),
  ];
};

/** Number of the team at each stop of its rail, on the bottom-right corner of the member. */
export const railNumbers = (members: readonly Box[], number: number, finish: Finish): readonly Mark[] =>
  members.flatMap((box) => numberDisc(number, box.x + box.w, box.y + box.h, 8.5, finish));

const NAME = { size: 12, weight: 600 } as const;
const SUB = { size: 11, weight: 400 } as const;
const TEXT_X = 33;

/** Sponsor and end week on the flag: "CMO · ends W12". */
export function flagLine(board: Board, tiger: TigerTeam): string {
  const sponsor = board.elements.get(tiger.sponsor)?.name ?? tiger.sponsor;
  const parts = [sponsor.trim(), tiger.end === null ? '' : `ends W${tiger.end}`];
  return parts.filter((part) => part !== '').join(' · ');
}

const flagName = (tiger: TigerTeam): string => tiger.name.replaceAll(/\s+/gu, ' ').trim();

/** Size of a flag with its sub-line. */
export function flagSize(board: Board, tiger: TigerTeam): { readonly w: number; readonly h: number } {
  const sub = flagLine(board, tiger);
  const w = Math.max(measureText(flagName(tiger), NAME.size, NAME.weight), measureText(sub, SUB.size, SUB.weight));
  return { w: Math.max(48, Math.ceil(w) + TEXT_X + 14), h: sub === '' ? 24 : 38 };
}

/** The swallow-tail flag in its box; a disc far out. */
export function flagMarks(
  board: Board,
  tiger: TigerTeam,
  number: number,
  box: Box,
  detail: Detail,
  finish: Finish,
): readonly Mark[] {
  const { x, y, w } = box;
  if (detail < 2) return numberDisc(number, x + 14, y + 14, 14, finish);
  const sub = detail === 3 ? flagLine(board, tiger) : '';
  const h = sub === '' ? 24 : 38;
  const top = y + (box.h - h) / 2;
  const color = finish === 'print' ? 'ink' : teamColor(number);
  return [
    stroked(
      `M${n(x + 0.8)} ${n(top)}H${n(x + w)}L${n(x + w - 8)} ${n(top + h / 2)}L${n(x + w)} ${n(top + h)}H${n(x + 0.8)}Z`,
      { color, width: 1.4, join: 'round' },
      { color: 'surface' },
    ),
    ...numberDisc(number, x + 17, top + h / 2, 9, finish),
    text(x + TEXT_X, top + 16, flagName(tiger), NAME),
    ...when(sub !== '', () => [text(x + TEXT_X, top + 30.5, sub, { ...SUB, color: 'ink-2' })]),
  ];
}

/** `Tiger team 1 "Privacy change": Legal 20 %, Customer data 20 %; sponsor CMO, W0 to W8`. */
export function tigerSentence(board: Board, tiger: TigerTeam, number: number): string {
  const nameOf = (id: Id): string => board.elements.get(id)?.name ?? id;
  const members = Object.entries(tiger.members).map(([id, share]) => `${nameOf(id)} ${share} %`);
  const name = flagName(tiger) === '' ? '' : ` "${flagName(tiger)}"`;
  const sponsor = tiger.sponsor === '' ? '' : `sponsor ${nameOf(tiger.sponsor)}`;
  const weeks =
    tiger.end === null
      ? tiger.start === null
        ? ''
        : `from W${tiger.start}`
      : `${tiger.start === null ? 'until' : `W${tiger.start} to`} W${tiger.end}`;
  const rest = [sponsor, weeks].filter((part) => part !== '').join(', ');
  return `Tiger team ${number}${name}: ${members.length === 0 ? 'no members yet' : members.join(', ')}${rest === '' ? '' : `; ${rest}`}`;
}

/** A square that shows the team's number and hatch, for lists. */
export const tigerSwatch = (number: number): readonly Mark[] => [
  { type: 'rect', x: 2, y: 3, w: 32, h: 18, r: 7, fill: { color: teamColor(number), alpha: 0.12 } },
  {
    type: 'rect',
    x: 2,
    y: 3,
    w: 32,
    h: 18,
    r: 7,
    fill: { ...hatchOf(number, 'full'), color: teamColor(number), alpha: 0.3 },
  },
  stroked(roundRect(2, 3, 32, 18, 7), { color: teamColor(number), width: 1.5, dash: [4, 2.6] }),
];
