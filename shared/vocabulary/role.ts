import type { Mark } from '../drawing/mark.ts';
import { badges, LOCK_WIDTH } from '../drawing/parts/badges.ts';
import { type FactsRow, factsRow, factsWidth, showsFacts } from '../drawing/parts/facts-row.ts';
import { fitBox } from '../drawing/parts/fit-box.ts';
import { NAME_X, STRIP, silhouette, stripFrame, tagMark } from '../drawing/parts/frame.ts';
import { ink, stroked, when } from '../drawing/parts/marks.ts';
import { NAME, nameBlock, nameLines, nameRoom } from '../drawing/parts/name-block.ts';
import { hasPersona, PERSONA_HEIGHT, personaBar } from '../drawing/parts/persona-bar.ts';
import { elementSentence } from '../drawing/parts/sentence.ts';
import { n, roundRect, roundStrip } from '../drawing/parts/shapes.ts';
import { extraWords } from '../drawing/parts/words.ts';
import type { ElementProps } from './define-kind.ts';
import { defineKind } from './define-kind.ts';

const SIZES = { defaultSize: { w: 160, h: 52 }, leastSize: { w: 120, h: 44 } } as const;

const RADIUS = 4;
const FACTS = 20;
const outline = (w: number, h: number): string => roundRect(0, 0, w, h, RADIUS);
const isVacant = (props: ElementProps): boolean => props.attributes['vacant'] === true;

function rowOf(props: ElementProps): FactsRow {
  const since = props.attributes['since'];
  const extras = isVacant(props) && typeof since === 'string' && since !== '' ? [`since ${since}`] : [];
  return { words: isVacant(props) ? ['Vacant'] : [], extras: [...extras, ...extraWords(props)] };
}

/** The head that breaks the top edge, with its shoulders under it; both hollow when nobody holds the post. */
function person(props: ElementProps, near: boolean): readonly Mark[] {
  const cx = STRIP / 2;
  const vacant = isVacant(props);
  const paint = vacant
    ? { fill: { color: 'surface' as const }, stroke: ink(1.4, { join: 'round' }) }
    : { fill: { color: 'ink' as const } };
  return [
    ...when(near, () => [{ type: 'path', d: `M${n(cx - 10)} 20.5c0-7 4-9.5 10-9.5s10 2.5 10 9.5z`, ...paint }]),
    {
      type: 'circle',
      cx,
      cy: 0.5,
      r: near ? 7 : 8,
      fill: { color: vacant ? 'surface' : 'ink' },
      stroke: ink(1.5),
    },
  ];
}

export const ROLE = defineKind({
  id: 'role',
  key: '2',
  label: 'Role',
  plural: 'roles',
  term: 'Position: one post, held by one person or vacant.',
  defaultName: 'New role',
  ...SIZES,
  starter: true,
  attributes: ['fn', 'scope', 'cap', 'fte', 'vacant', 'since', 'lvl', 'persona', 'lead', 'bu', 'region'],
  people: true,
  holds: false,
  aliases: ['position', 'post', 'job', 'job title', 'person'],
  cornerTaken: 14,
  containerInsets: { top: 0, side: 0, bottom: 0 },
  size(props, facts) {
    const lock = props.locked ? LOCK_WIDTH : 0;
    const row = rowOf(props);
    return fitBox(props, SIZES, {
      w: Math.max(
        NAME_X + factsWidth(props, facts, row) + 10,
        NAME_X + nameRoom(props.name, props.w - NAME_X - 8 - lock) + 8 + lock,
      ),
      heightAt: (w) =>
        nameLines(props.name, w - NAME_X - 8 - lock) * NAME.lead +
        (showsFacts(props, facts, row, w - NAME_X - 10) ? FACTS + 7 : 10) +
        (hasPersona(props.attributes['persona']) ? PERSONA_HEIGHT + 8 : 0),
    });
  },
  outline,
  draw(props, context) {
    const { w, h } = props;
    if (context.detail === 0) return [silhouette(props, context, outline(w, h)), ...person(props, false)];
    const lock = props.locked && context.detail === 3 ? LOCK_WIDTH : 0;
    const lines = nameLines(props.name, w - NAME_X - 8 - lock);
    const spare = h - lines * NAME.lead - FACTS - 6;
    const facts = showsFacts(props, context.facts, rowOf(props), w - NAME_X - 10, spare) ? FACTS : 0;
    const wanted = hasPersona(props.attributes['persona']) && context.detail === 3 ? PERSONA_HEIGHT + 8 : 0;
    const persona = h - facts - wanted >= NAME.lead + 6 ? wanted : 0;
    const room = h - facts - persona;
    return [
      ...stripFrame(props, context, { outline: outline(w, h), strip: roundStrip(STRIP, h, RADIUS), ruleX: STRIP }),
      ...person(props, context.detail > 1),
      ...nameBlock(props.name, context.detail, {
        x: NAME_X,
        cy: facts > 0 ? room / 2 + 2 : room / 2 + (persona > 0 ? 1 : 0),
        width: w - NAME_X - 8 - lock,
        height: room - 6,
        far: { cy: h / 2, height: h - 4 },
      }),
      ...when(persona > 0, () => personaBar(props.attributes['persona'], NAME_X, room + 1, w - NAME_X - 10)),
      ...tagMark(props, context, STRIP / 2, h - 9),
      ...when(context.detail === 3 && facts > 0, () =>
        factsRow(props, context, rowOf(props), { x: NAME_X, right: w - 10, y: h - 9 }),
      ),
      ...badges(props, context),
    ];
  },
  abroad: { mermaid: ['(', ')'], drawio: 'rounded=0' },
  icon: [
    stroked(roundRect(2, 6, 32, 17, 2.5), ink(1.4), { color: 'surface' }),
    { type: 'circle', cx: 9, cy: 5.4, r: 4.2, fill: { color: 'ink' } },
  ],
  sentence: (props) => elementSentence('Role', props, [isVacant(props) ? 'vacant' : '']),
});
