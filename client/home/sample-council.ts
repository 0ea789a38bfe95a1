import { writeFile } from '#shared/board/file.ts';
import { boundsOf, growBox } from '#shared/board/geometry.ts';
import type { Board, Box, Frame, Id, StateBoard, StateId } from '#shared/board/model.ts';
import { ordersBetween } from '#shared/board/order.ts';
import { sortedMap } from '#shared/board/tables.ts';
import { boardFromTemplate } from '#shared/templates/board-from-template.ts';
import { d1 } from '#shared/templates/d1.ts';
import { d2 } from '#shared/templates/d2.ts';
import type { Template } from '#shared/templates/define-template.ts';
import { m3 } from '#shared/templates/m3.ts';
import { type PreparedPair, preparedPair } from '#shared/templates/prepared-pair.ts';
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

interface SampleFrame {
  readonly title: string;
  /** What it shows; `null`: everything, in every state, so that from one state to the next only the boxes move. */
  readonly ids: readonly Id[] | null;
  readonly state?: StateId;
}

/** One board of the sample: an organisation, and what its presenter shows in which order. */
interface SampleBoard {
  readonly title: string;
  readonly template: Template;
  readonly subtitle: string;
  /** How it shall be: a second state of the same board. */
  readonly target?: Template;
  readonly frames: readonly SampleFrame[];
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
    target: d2,
    subtitle: 'Two teams claim the same reports',
    frames: [
      { title: 'Marketing and data today', ids: null, state: 'now' },
      { title: 'Where it rubs', ids: ['ma', 'bi', 'an', 'pan', 'txn'], state: 'now' },
      { title: 'One centre, an analyst in marketing', ids: null, state: 'target' },
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

/** Boxes that hold everything a board shows. */
const everything = (board: Board): readonly Box[] => [
  ...board.elements.values(),
  ...[...board.overlays.values()].flatMap((one) => (one.kind === 'zone' ? [one] : [])),
];

function frameOf({ title, ids, state }: SampleFrame, { board, states }: PreparedPair, id: Id): Frame | null {
  const all: readonly Board[] = [board, ...states.map((one) => one.board)];
  const boxes =
    ids === null ? all.flatMap(everything) : [...board.elements.values()].filter((one) => ids.includes(one.id));
  const around = boundsOf(boxes);
  const of = state === undefined ? {} : { state };
  return around === null ? null : { id, title, order: '', ...slideRound(around), ...of };
}

/** The board of one sample: its template laid out, with frames to present and the first questions answered. */
export function sampleBoard({ template, target, title, subtitle, frames, answers }: SampleBoard): PreparedPair {
  const now = boardFromTemplate(template);
  const pair = target === undefined ? { board: now, states: [] } : preparedPair(now, boardFromTemplate(target));
  const orders = ordersBetween(null, null, frames.length);
  const shown = frames.flatMap((frame, i): readonly (readonly [Id, Frame])[] => {
    const id = `frame-${i + 1}`;
    const made = frameOf(frame, pair, id);
    return made === null ? [] : [[id, Object.freeze({ ...made, order: orders[i] ?? '' })]];
  });
  const prompts = [...pair.board.prompts.values()].sort((a, b) => (a.order < b.order ? -1 : 1));
  const shared = {
    meta: { ...pair.board.meta, title, subtitle, state: 'as-is' as const },
    frames: sortedMap(shown),
    prompts: sortedMap(
      prompts.map((prompt, i) => [prompt.id, Object.freeze({ ...prompt, answer: answers[i] ?? '' })] as const),
    ),
  };
  return {
    board: { ...pair.board, ...shared },
    states: pair.states.map((state): StateBoard => ({ ...state, board: { ...state.board, ...shared } })),
  };
}

/** The three boards of the sample council, in their order, with their states. */
export const sampleBoards = (): readonly PreparedPair[] => BOARDS.map(sampleBoard);

/** Makes a council of three organisations to look around in and try everything on; answers its id. */
export async function makeSampleCouncil(): Promise<string> {
  const council = await makeCouncil('Sample council', false);
  for (const { board, states } of sampleBoards()) {
    await api.createBoard(council.id, { title: board.meta.title, file: writeFile(board, states) });
  }
  return council.id;
}
