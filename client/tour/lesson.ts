import type { Board, ElementKindId, Id, RelationKindId } from '#shared/board/model.ts';
import { ELEMENT_KINDS } from '#shared/vocabulary/index.ts';
import { isSample, SAMPLE } from './sample-ids.ts';

/** What the lesson looks at to know whether a task is done: the board as the learner draws it, and this window's legend. */
export interface LessonFacts {
  readonly board: Board;
  readonly hiddenLines: ReadonlySet<RelationKindId>;
}

/** One thing to do. It is done when the board says so, whichever way the person got there. */
export interface LessonTask {
  readonly id: string;
  readonly text: string;
  /** With a mouse or a finger. */
  readonly how: string;
  /** By keyboard alone. */
  readonly keys: string;
  done(facts: LessonFacts): boolean;
}

/** About a minute: what is new, where the sample shows it, and what to draw. */
export interface LessonStep {
  readonly id: string;
  readonly title: string;
  readonly say: string;
  /** Where to look in the sample. */
  readonly shows: readonly Id[];
  readonly tasks: readonly LessonTask[];
}

/** Load that a member has before anybody set it, in per cent. */
const FIRST_LOAD = 20;

const drew = (kind: ElementKindId) => (facts: LessonFacts) =>
  [...facts.board.elements.values()].some((one) => one.kind === kind && !isSample(one.id));

/** A line of this kind from or to something the learner drew. */
const related = (kind: RelationKindId) => (facts: LessonFacts) =>
  [...facts.board.relations.values()].some((one) => one.kind === kind && !(isSample(one.from) && isSample(one.to)));

const tigers = ({ board }: LessonFacts) =>
  [...board.overlays.values()].flatMap((one) => (one.kind === 'tiger' && !isSample(one.id) ? [one] : []));

const place = (id: string, kind: ElementKindId, text: string): LessonTask => {
  const { label, key } = ELEMENT_KINDS[kind];
  return {
    id,
    text,
    how: `Press ${label} in the palette, click a free spot below the sample, type a name.`,
    keys: `${key}, then Enter, type a name, Enter.`,
    done: drew(kind),
  };
};

/** The lesson of the vocabulary: five steps of about a minute. */
export const LESSON: readonly LessonStep[] = Object.freeze([
  {
    id: 'boxes',
    title: 'Three boxes',
    say: 'A team has a tinted head. A role has a person on its corner. A platform stands on a double line. The shape says what it is; colour only helps.',
    shows: [SAMPLE.operations, SAMPLE.chief, SAMPLE.platform],
    tasks: [
      place('team', 'unit', 'Draw a team'),
      place('role', 'role', 'Draw a role'),
      place('platform', 'platform', 'Draw a platform'),
    ],
  },
  {
    id: 'lines',
    title: 'Two lines',
    say: 'A plain solid line leads up to the boss. A thick line with a ball says who answers for a platform: the ball sits at the owner.',
    shows: [`reports:${SAMPLE.operations}`, `owns:${SAMPLE.operations}:${SAMPLE.platform}`],
    tasks: [
      {
        id: 'boss',
        text: 'Let your team report to your role',
        how: 'Drag the team onto the role and rest there until it says so.',
        keys: 'Select the team, then Alt C, and name the role.',
        done: related('reports'),
      },
      {
        id: 'owner',
        text: 'Say who answers for your platform',
        how: 'Press Owns in the palette, then drag from the team to the platform.',
        keys: 'Select the team, then Alt C, and name the platform.',
        done: related('owns'),
      },
    ],
  },
  {
    id: 'shared',
    title: 'Pill, hexagon, open arrow',
    say: 'A pill is a centre that works for many. A hexagon is a committee: it decides and employs nobody. A thin line with an open arrow points to whom somebody serves.',
    shows: [SAMPLE.centre, SAMPLE.committee, `serves:${SAMPLE.operations}:${SAMPLE.sales}`],
    tasks: [
      place('centre', 'centre', 'Draw a centre'),
      place('committee', 'committee', 'Draw a committee'),
      {
        id: 'serves',
        text: 'Let the centre serve a team',
        how: 'Press Serves in the palette, then drag from the centre to the team.',
        keys: 'Select the centre, then Alt C, and name the team.',
        done: related('serves'),
      },
    ],
  },
  {
    id: 'tiger',
    title: 'People lent for a while',
    say: 'A tiger team is a dashed skin around people who stay where they are. Each lends a share of the week: the number beside the disc.',
    shows: [SAMPLE.tiger],
    tasks: [
      {
        id: 'tiger-team',
        text: 'Draw a tiger team around two boxes',
        how: 'Hold Shift and click two teams, then press Tiger team in the palette.',
        keys: 'Ctrl A selects everything; then Shift T.',
        done: (facts) => tigers(facts).some((one) => Object.keys(one.members).length >= 2),
      },
      {
        id: 'load',
        text: 'Say how much one of them lends',
        how: 'Click the flag of the tiger team and change a load in its details.',
        keys: 'F6 leads to the details; change a load there.',
        done: (facts) => tigers(facts).some((one) => Object.values(one.members).some((load) => load !== FIRST_LOAD)),
      },
    ],
  },
  {
    id: 'friction',
    title: 'Where it rubs',
    say: 'A triangle marks friction. Hollow is open, half grey is mitigated, a tick is resolved. The legend says what every mark on this board means.',
    shows: [SAMPLE.friction],
    tasks: [
      {
        id: 'friction-on',
        text: 'Put a friction triangle where it rubs',
        how: 'Select a box, press Friction in the palette, pick what it is.',
        keys: 'Select a box, then Shift F, and pick what it is.',
        done: ({ board }) => [...board.overlays.values()].some((one) => one.kind === 'friction' && !isSample(one.id)),
      },
      {
        id: 'legend',
        text: 'Hide one kind of line in the legend, and show it again',
        how: 'The legend stands at the right below. Each line in it is a switch.',
        keys: 'F6 leads to the legend; Tab to a line, then Space.',
        done: ({ hiddenLines }) => hiddenLines.size > 0,
      },
    ],
  },
]);

/** Tasks that are done now or were before: what was done once stays done. */
export const doneTasks = (facts: LessonFacts, before: readonly string[]): readonly string[] =>
  LESSON.flatMap((step) => step.tasks)
    .filter((task) => before.includes(task.id) || task.done(facts))
    .map((task) => task.id);

export const isStepDone = (step: LessonStep, done: readonly string[]): boolean =>
  step.tasks.every((task) => done.includes(task.id));
