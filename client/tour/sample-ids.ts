import type { Id } from '#shared/board/model.ts';

/** What the lesson's board begins with. Everything else on it was drawn by the learner. */
export const SAMPLE = Object.freeze({
  chief: 'sample-chief',
  operations: 'sample-operations',
  sales: 'sample-sales',
  platform: 'sample-platform',
  centre: 'sample-centre',
  committee: 'sample-committee',
  tiger: 'sample-tiger',
  friction: 'sample-friction',
});

/** Whether an item belongs to the sample; the ids of its lines end in the id of one end. */
export const isSample = (id: Id): boolean => id.split(':').at(-1)?.startsWith('sample-') === true;
