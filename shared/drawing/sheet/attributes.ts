import { hullMarks } from '../../overlays/tiger-team.ts';
import { choiceLabel, FUNCTIONS, SCOPES } from '../../vocabulary/attributes.ts';
import { sign } from '../glyphs.ts';
import { hullOf } from '../hull.ts';
import type { Mark } from '../mark.ts';
import { layerGauge } from '../parts/layer-gauge.ts';
import { ink, text } from '../parts/marks.ts';
import { personaBar } from '../parts/persona-bar.ts';
import { scopeMark } from '../parts/scope-mark.ts';
import { tintOf } from '../theme.ts';
import { element, HEADING, heading, label, note, PAGE, put, type Section, words } from './page.ts';

const M = PAGE.margin;

/** Function tags, scope, layer gauge and persona weights. */
export function attributesSection(top: number): Section {
  const y = top + HEADING;
  const marks: Mark[] = [
    ...heading(top, 'Attributes', 'each has a letter, a word or a number; none relies on tint'),
    ...label(M, y, 'Function tags'),
  ];
  for (const [i, fn] of FUNCTIONS.entries()) {
    const [x, at] = [M + (i % 4) * 204, y + 18 + Math.floor(i / 4) * 34];
    marks.push(
      { type: 'rect', x, y: at, w: 34, h: 24, r: 3, fill: { color: tintOf(fn.code, 'full') }, stroke: ink(1.2) },
      text(x + 17.25, at + 15.8, fn.code, { size: 10, weight: 600, anchor: 'middle', tracking: 0.05 }),
      words(x + 42, at + 16.4, fn.label, 12, 400, 'ink-2'),
    );
  }
  const scopes = M + 900;
  marks.push(...label(scopes, y, 'Scope'));
  for (const [i, scope] of SCOPES.entries()) {
    marks.push(...scopeMark(scope.code, scopes, y + 32 + i * 30, true, 6));
    marks.push(words(scopes + 38, y + 36 + i * 30, choiceLabel('scope', scope.code), 12, 400, 'ink-2'));
  }
  const gauges = M + 1060;
  marks.push(...label(gauges, y, 'Layer gauge'));
  for (const [i, layer] of [1, 2, 3, 4, 5, 0].entries()) {
    marks.push(...layerGauge(layer, gauges + i * 46 + 4, y + 22));
    marks.push(words(gauges + i * 46 + 9, y + 66, String(layer), 12, 500, 'ink-2', 'middle'));
  }
  marks.push(
    ...note(
      gauges,
      y + 92,
      '1 data and identity · 2 content · 3 decisions · 4 engagement · 5 channel · 0 work management, crosswise',
      270,
    ),
  );
  const personas = M + 1390;
  const weights = { modernizer: 40, orchestrator: 30, psychologist: 10, scientist: 20 };
  marks.push(
    ...label(personas, y, 'Persona weights'),
    ...personaBar(weights, personas, y + 22, 200),
    ...note(personas, y + 66, 'Modernizer, orchestrator, psychologist, scientist: four fills, to 100', 220),
  );
  return { label: 'Attributes', marks, bottom: y + 178 };
}

const STATES = [
  'Rest',
  'Hover',
  'Selected',
  'Selected by someone',
  'Locked by the convenor',
  'Dimmed',
  'Proposed',
] as const;

/** What the interface adds round an element. */
function state(name: (typeof STATES)[number], x: number, y: number): readonly Mark[] {
  const sample = { name: 'Customer data', attributes: { fn: 'MOP', fte: 5 } };
  const ring = (out: number, width: number, color: 'ink' | 'accent' | 'team-3', alpha = 1): Mark => ({
    type: 'rect',
    x: x - out,
    y: y - out,
    w: 168 + 2 * out,
    h: 72 + 2 * out,
    r: 8 + out - 1,
    stroke: { color, alpha, width },
  });
  const box = element('unit', x, y, sample);
  switch (name) {
    case 'Hover':
      return [ring(3, 1.5, 'ink', 0.28), box];
    case 'Selected':
      return [
        box,
        ring(4, 2, 'accent'),
        ...[x - 4, x + 172].flatMap((cx) =>
          [y - 4, y + 76].map(
            (cy): Mark => ({
              type: 'rect',
              x: cx - 4,
              y: cy - 4,
              w: 8,
              h: 8,
              r: 2,
              fill: { color: 'surface' },
              stroke: { color: 'accent', width: 1.6 },
            }),
          ),
        ),
      ];
    case 'Selected by someone':
      return [
        box,
        ring(4, 2, 'team-3'),
        {
          type: 'rect',
          x: x + 116,
          y: y - 15,
          w: 58,
          h: 18,
          r: 9,
          fill: { color: 'surface' },
          stroke: { color: 'team-3', width: 1.4 },
        },
        { type: 'path', d: 'M0 -4L4 3H-4Z', at: { x: x + 127, y: y - 5.5 }, fill: { color: 'team-3' } },
        words(x + 136, y - 2, 'Org C', 11, 500, 'team-3'),
      ];
    case 'Locked by the convenor':
      return [element('unit', x, y, { ...sample, locked: true })];
    case 'Dimmed':
      return [{ type: 'group', marks: [box], opacity: 0.28 }];
    case 'Proposed':
      return [
        {
          type: 'rect',
          x,
          y,
          w: 168,
          h: 72,
          r: 8,
          fill: { color: 'accent', alpha: 0.06 },
          stroke: { color: 'accent', width: 1.5, dash: [2, 4], cap: 'round' },
        },
        sign('user-round-plus', x + 9, y + 26, 18, 1.5, 'accent'),
        words(x + 38, y + 32, 'Customer data', 13, 500, 'accent'),
        words(x + 38, y + 50, 'Proposed, not yet in', 11, 400, 'accent'),
      ];
    default:
      return [box];
  }
}

export function statesSection(top: number): Section {
  const y = top + HEADING;
  const marks: Mark[] = [...heading(top, 'States', 'one accent: selection, focus, follow, and what is only proposed')];
  for (const [i, name] of STATES.entries()) {
    const x = M + 8 + i * (PAGE.inner / 7);
    marks.push(...state(name, x, y + 6), words(x, y + 106, name, 12, 400, 'ink-2'));
  }
  return { label: 'States', marks, bottom: y + 140 };
}

const STEPS = [
  { zoom: '100 %', says: 'Everything', detail: 3 },
  { zoom: 'under 60 %', says: 'Name held large, and glyph; tags, facts and line labels go', detail: 2 },
  { zoom: 'under 30 %', says: 'Shape, tint and a grey bar for the name', detail: 1 },
  { zoom: 'under 15 %', says: 'Silhouette in its tint', detail: 0 },
] as const;

/** What is left at each level of detail, drawn at 100 % so that it can be compared; and the print finish. */
export function detailSection(top: number): Section {
  const y = top + HEADING;
  const marks: Mark[] = [...heading(top, 'Level of detail', 'what goes as you zoom out, here all at 100 %')];
  for (const [i, step] of STEPS.entries()) {
    const x = M + i * 348;
    marks.push(words(x, y + 4, step.zoom, 13, 600), ...note(x, y + 128, step.says, 320));
    const attributes = { fn: 'MOP', fte: 5, scope: 'global' };
    marks.push(element('unit', x, y + 24, { name: 'Customer data', detail: step.detail, attributes }));
    marks.push(
      element('role', x + 182, y + 32, {
        name: 'Data steward',
        w: 136,
        h: 60,
        detail: step.detail,
        attributes: { fn: 'MOP' },
      }),
    );
  }
  const x = M + 1400;
  const box = { x: x + 14, y: y + 28, w: 168, h: 72 };
  marks.push(
    words(x, y + 4, 'Print', 13, 600),
    ...hullMarks(hullOf([box], [], 9).d, 1, 3, 'print'),
    put(0, 0, [
      element('unit', box.x, box.y, { name: 'Customer data', finish: 'print', attributes: { fn: 'MOP', fte: 5 } }),
    ]),
    words(x, y + 128, 'No tint; hatch and outline in ink', 12, 400, 'ink-2'),
  );
  return { label: 'Level of detail', marks, bottom: y + 170 };
}
