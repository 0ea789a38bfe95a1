import { writeFile } from '#shared/board/file.ts';
import { boundsOf, growBox } from '#shared/board/geometry.ts';
import type { Board, Box, Frame, Id } from '#shared/board/model.ts';
import { ordersBetween } from '#shared/board/order.ts';
import { boardFromTemplate } from '#shared/templates/board-from-template.ts';
import { d1 } from '#shared/templates/d1.ts';
import type { Template } from '#shared/templates/define-template.ts';
import { m3 } from '#shared/templates/m3.ts';
import { t1 } from '#shared/templates/t1.ts';
import { api } from '../session/api.ts';
import { makeCouncil } from './new-board.ts';

/** Room round what a frame shows, in units. */
const MARGIN = 40;
/** Width over height of a slide. */
const SLIDE = 16 / 9;

/** The smallest window of a slide's shape round a box. */
function slideRound(box: Box): Box {
  const { x, y, w, h } = growBox(box, MARGIN);
  const wide = Math.max(w, h * SLIDE);
  const high = Math.max(h, w / SLIDE);
  return {
    x: Math.round(x - (wide - w) / 2),
    y: Math.round(y - (high - h) / 2),
    w: Math.round(wide),
    h: Math.round(high),
  };
}

/** One board of the sample: an organisation, and what its presenter shows in which order. */
interface SampleBoard {
  readonly title: string;
  readonly template: Template;
  readonly subtitle: string;
  readonly frames: readonly { readonly title: string; readonly ids: readonly Id[] | null }[];
  /** Answers to the template's questions, as far as they have one. */
  readonly answers: readonly string[];
}

const BOARDS: readonly SampleBoard[] = [
  {
    title: 'Org A, marketing operations',
    template: m3,
    subtitle: 'Effective, and still for marketing alone',
    frames: [
      { title: 'How we are organised', ids: null },
      { title: 'Who answers for which platform', ids: ['mop', 'pma', 'pcr', 'pan', 'sal'] },
    ],
    answers: ['The channel mix of the spring campaign.'],
  },
  {
    title: 'Org B, analytics between two teams',
    template: d1,
    subtitle: 'Two teams claim the same reports',
    frames: [
      { title: 'Marketing and data today', ids: null },
      { title: 'Where it rubs', ids: ['ma', 'bi', 'an', 'pan', 'txn'] },
    ],
    answers: ['The weekly pipeline report, at the border to enterprise data.'],
  },
  {
    title: 'Org C, central core',
    template: t1,
    subtitle: 'One core, four tiger teams',
    frames: [
      { title: 'Core and regions', ids: null },
      { title: 'The core', ids: ['core'] },
      { title: 'What is lent to whom', ids: ['core', 'lra', 'prd', 'sal', 'leg'] },
    ],
    answers: [],
  },
];

/** The board of one sample: its template laid out, with frames to present and the first questions answered. */
export function sampleBoard({ template, title, subtitle, frames, answers }: SampleBoard): Board {
  const board = boardFromTemplate(template);
  const orders = ordersBetween(null, null, frames.length);
  const shown = frames.flatMap(({ title: frameTitle, ids }, i): readonly Frame[] => {
    const boxes = [...board.elements.values()].filter((one) => ids === null || ids.includes(one.id));
    const zones = ids === null ? [...board.overlays.values()].flatMap((one) => (one.kind === 'zone' ? [one] : [])) : [];
    const around = boundsOf([...boxes, ...zones]);
    const id = `frame-${i + 1}`;
    return around === null
      ? []
      : [Object.freeze({ id, title: frameTitle, order: orders[i] ?? '', ...slideRound(around) })];
  });
  const prompts = [...board.prompts.values()].sort((a, b) => (a.order < b.order ? -1 : 1));
  return {
    ...board,
    meta: { ...board.meta, title, subtitle, state: 'as-is' },
    frames: new Map(shown.map((frame) => [frame.id, frame])),
    prompts: new Map(prompts.map((prompt, i) => [prompt.id, Object.freeze({ ...prompt, answer: answers[i] ?? '' })])),
  };
}

/** The three boards of the sample council, in their order. */
export const sampleBoards = (): readonly Board[] => BOARDS.map(sampleBoard);

/** Makes a council of three organisations to look around in and try everything on; answers its id. */
export async function makeSampleCouncil(): Promise<string> {
  const council = await makeCouncil('Sample council', false);
  for (const board of sampleBoards()) {
    await api.createBoard(council.id, { title: board.meta.title, file: writeFile(board) });
  }
  return council.id;
}
