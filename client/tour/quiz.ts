import type { Id } from '#shared/board/model.ts';
import { SAMPLE } from './sample-ids.ts';

/** One question about the sample board. */
export interface Question {
  readonly id: string;
  readonly ask: string;
  /** What is lit on the board while it is asked. */
  readonly about: readonly Id[];
  readonly options: readonly string[];
  /** Place of the right option. */
  readonly right: number;
  /** Said after an answer, right or wrong. */
  readonly because: string;
}

/** Five questions on what the lesson showed, in its order. */
export const QUIZ: readonly Question[] = Object.freeze([
  {
    id: 'shape',
    ask: 'Which of these can own nothing and reports to nobody, because it is a system?',
    about: [SAMPLE.chief, SAMPLE.operations, SAMPLE.platform],
    options: ['Chief marketing officer', 'Marketing operations', 'Customer data platform'],
    right: 2,
    because: 'The square box on a double line is a platform. Somebody answers for it; it answers for nobody.',
  },
  {
    id: 'ball',
    ask: 'Who answers for the customer data platform?',
    about: [SAMPLE.operations, SAMPLE.platform, `owns:${SAMPLE.operations}:${SAMPLE.platform}`],
    options: ['Sales', 'Marketing operations', 'Nobody: it is not drawn'],
    right: 1,
    because: 'The thick line has its ball at the owner, and the ball sits on Marketing operations.',
  },
  {
    id: 'arrow',
    ask: 'A thin line with an open arrow leads from Marketing operations to Sales. What does it say?',
    about: [SAMPLE.operations, SAMPLE.sales, `serves:${SAMPLE.operations}:${SAMPLE.sales}`],
    options: ['Marketing operations serves Sales', 'Marketing operations reports to Sales', 'Sales pays for it'],
    right: 0,
    because: 'An open arrow points to the one who is served. Reporting is a plain solid line, money a double one.',
  },
  {
    id: 'skin',
    ask: 'What is the dashed skin around two boxes?',
    about: [SAMPLE.tiger, SAMPLE.operations, SAMPLE.sales],
    options: [
      'A department that was just founded',
      'Posts that are vacant',
      'A tiger team: people lent for a while, who keep their boss',
    ],
    right: 2,
    because: 'Dashed means it passes. The people stay where they are and lend a share of their week.',
  },
  {
    id: 'triangle',
    ask: 'The triangle on the customer data platform is hollow. What does that say?',
    about: [SAMPLE.friction, SAMPLE.platform],
    options: ['The friction is solved', 'The friction is open: nobody has answered it yet', 'The platform is planned'],
    right: 1,
    because: 'Hollow is open, half grey is mitigated, stripes are accepted, a tick is resolved.',
  },
]);
