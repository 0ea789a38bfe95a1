import type { Box, Friction, FrictionStatus, Zone, ZoneKind } from '../../board/model.ts';
import { EMPTY_BOARD } from '../../board/model.ts';
import { FRICTION_STATUS, frictionMarks } from '../../overlays/friction.ts';
import { FRICTION_KINDS } from '../../overlays/friction-kinds.ts';
import { flagMarks, flagSize, hullMarks, railMarks, railNumbers, railPath } from '../../overlays/tiger-team.ts';
import { zoneMarks } from '../../overlays/zone.ts';
import { hullOf } from '../hull.ts';
import type { Mark } from '../mark.ts';
import { wrapText } from '../measure-text.ts';
import { pill } from '../parts/badges.ts';
import { element, HEADING, heading, label, note, PAGE, put, type Section, words } from './page.ts';

const M = PAGE.margin;
const MEMBER = { w: 88, h: 46 } as const;

const TEAMS = [
  { name: 'New channel launch', sponsor: 'CMO', end: 12, pad: 8, members: [0, 1, 2], flag: { x: 0, y: -62 } },
  { name: 'Loyalty relaunch', sponsor: '', end: null, pad: 14, members: [1, 6, 5], flag: { x: -10, y: 172 } },
  { name: 'Privacy change', sponsor: '', end: null, pad: 11, members: [2, 7, 8], flag: { x: 330, y: 172 } },
  { name: 'Market entry', sponsor: 'Region B', end: 20, pad: 14, members: [3, 4, 8], flag: { x: 372, y: -62 } },
  { name: 'Rule change', sponsor: '', end: null, pad: 17, members: [5, 6, 7], flag: { x: 168, y: 172 } },
] as const;

const tiger = (name: string, sponsor: string, end: number | null) =>
  ({
    id: name,
    kind: 'tiger',
    name,
    purpose: '',
    sponsor,
    lead: '',
    start: 0,
    end,
    members: {},
    order: '',
    hidden: false,
  }) as const;

/** Five teams over nine boxes, and a sixth as a rail. */
function tigers(y: number): readonly Mark[] {
  const marks: Mark[] = [...label(M, y, 'Tiger teams', 'up to five as outlines; more, or far apart: as rails')];
  const boxes: Box[] = Array.from({ length: 10 }, (_, i) => ({
    x: M + 24 + (i % 5) * 124,
    y: y + 92 + Math.floor(i / 5) * 92,
    ...MEMBER,
  })).slice(0, 9);
  for (const [i, team] of TEAMS.entries()) {
    const members = team.members.flatMap((m) => boxes[m] ?? []);
    const foreign = boxes.filter((box) => !members.includes(box));
    marks.push(...hullMarks(hullOf(members, foreign, team.pad).d, i + 1, 3, 'full'));
  }
  for (const box of boxes) {
    marks.push(element('unit', box.x, box.y, { name: '', w: box.w, h: box.h, detail: 1, attributes: { fn: 'MOP' } }));
  }
  for (const [i, team] of TEAMS.entries()) {
    const entity = tiger(team.name, team.sponsor, team.end);
    const size = flagSize(EMPTY_BOARD, entity);
    const place = { x: M + 16 + team.flag.x, y: y + 92 + team.flag.y, ...size };
    marks.push(...flagMarks(EMPTY_BOARD, entity, i + 1, place, 3, 'full'));
  }
  const x = M + 700;
  marks.push(...label(x, y, 'As a rail', 'sixth team on'));
  const stops: Box[] = [
    { x, y: y + 30, ...MEMBER },
    { x: x + 116, y: y + 104, ...MEMBER },
    { x: x + 16, y: y + 190, ...MEMBER },
  ];
  marks.push(...railMarks(railPath(stops), 6, 'full'));
  for (const box of stops) {
    marks.push(element('unit', box.x, box.y, { name: '', w: box.w, h: box.h, detail: 1, attributes: { fn: 'MOP' } }));
  }
  marks.push(
    ...railNumbers(stops, 6, 'full'),
    ...note(x, y + 272, 'One line through the members; the number sits at each stop.', 220),
  );
  return marks;
}

const ZONES: readonly {
  readonly title: string;
  readonly zone: ZoneKind;
  readonly fn?: string;
  readonly wall?: true;
}[] = [
  { title: 'Marketing', zone: 'function', fn: 'MKT' },
  { title: 'Global', zone: 'scope' },
  { title: 'IT silo', zone: 'function', fn: 'IT', wall: true },
  { title: 'Foundation', zone: 'layer' },
  { title: 'Region A', zone: 'region' },
  { title: 'Acquisition', zone: 'journey' },
];

function zones(y: number): readonly Mark[] {
  const x = M + 960;
  const marks: Mark[] = [...label(x, y, 'Zone', 'function, scope, layer, region, journey; walls make a silo')];
  for (const [i, spec] of ZONES.entries()) {
    const tall = i < 3;
    const zone: Zone = {
      id: spec.title,
      kind: 'zone',
      zone: spec.zone,
      title: spec.title,
      fn: spec.fn ?? null,
      wall: spec.wall ?? false,
      collapsed: false,
      order: '',
      x: 0,
      y: 0,
      w: 206,
      h: tall ? 120 : 52,
    };
    marks.push(put(x + (i % 3) * 222, y + 18 + (tall ? 0 : 134), zoneMarks(zone, 3, 'full')));
  }
  const attributes = [{ fn: 'MKT' }, { fn: 'MKT', scope: 'local' }, { fn: 'IT' }];
  for (const [i, name] of ['Marketing', 'Region A marketing', 'IT'].entries()) {
    marks.push(element('unit', x + 20 + i * 222, y + 50, { name, w: 166, attributes: attributes[i] ?? {} }));
  }
  marks.push(
    ...note(
      x,
      y + 232,
      'A flat band behind the chart, 1 px edge, 3 px corners, label in spaced capitals. Zones may overlap: a shared team sits in both.',
      640,
    ),
    ...label(x, y + 300, 'Computed badge', 'off in exports'),
    ...pill('50 %', x + 256, y + 287).marks,
    ...pill('3 / 1', x + 316, y + 287).marks,
  );
  return marks;
}

const marker = (friction: string, status: FrictionStatus): Friction => ({
  id: friction,
  kind: 'friction',
  friction,
  status,
  mitigation: '',
  owner: '',
  on: [],
  at: { x: 0, y: 0 },
});

const LOOK: Readonly<Record<FrictionStatus, string>> = {
  open: 'hollow',
  mitigated: 'half',
  accepted: 'striped',
  resolved: 'tick',
};

function frictions(y: number): readonly Mark[] {
  const marks: Mark[] = [...label(M, y, 'Friction', 'triangle, one glyph per kind; the fill tells the status')];
  for (const [i, status] of (Object.keys(LOOK) as FrictionStatus[]).entries()) {
    const x = M + 18 + i * 158;
    marks.push(...frictionMarks(marker('silo', status), { x, y: y + 40 }, 3));
    marks.push(words(x + 26, y + 45, `${FRICTION_STATUS[status]}: ${LOOK[status]}`, 12, 400, 'ink-2'));
  }
  for (const [i, kind] of FRICTION_KINDS.entries()) {
    const x = M + (i % 8) * (PAGE.inner / 8);
    const at = y + 92 + Math.floor(i / 8) * 48;
    marks.push(...frictionMarks(marker(kind.id, 'open'), { x: x + 18, y: at }, 3));
    const lines = wrapText(kind.label, PAGE.inner / 8 - 48, 12, 400, 2);
    for (const [j, line] of lines.entries()) {
      marks.push(words(x + 44, at + 5 - (lines.length - 1) * 7 + j * 14, line, 12, 400, 'ink-2'));
    }
  }
  return marks;
}

/** Tiger teams, zones, and friction. */
export function overlaysSection(top: number): Section {
  const y = top + HEADING;
  return {
    label: 'Overlays',
    marks: [
      ...heading(top, 'Overlays', 'they lie over the chart and never move it'),
      ...tigers(y),
      ...zones(y),
      ...frictions(y + 348),
    ],
    bottom: y + 348 + 190,
  };
}
