import { indexBoard } from '../../board/index-board.ts';
import type { Board, BoardElement, Id } from '../../board/model.ts';
import type { RecapPattern } from './recap.ts';

/** One thing that can be drawn the same on several boards. `null`: this board does not say. */
interface PatternRule {
  readonly text: string;
  readonly holds: (board: Board) => boolean | null;
}

const elements = (board: Board): readonly BoardElement[] => [...board.elements.values()];
const family = (element: BoardElement): unknown => element.attributes['fn'];
const operations = (board: Board): readonly BoardElement[] =>
  elements(board).filter((one) => family(one) === 'MOP' && one.kind !== 'card');

/** Function families above something: its bosses and what it sits in. */
function above(board: Board, id: Id): ReadonlySet<unknown> {
  const index = indexBoard(board);
  const found = new Set<unknown>();
  const seen = new Set<Id>();
  const queue: Id[] = [id];
  for (let at = queue.pop(); at !== undefined; at = queue.pop()) {
    if (seen.has(at)) continue;
    seen.add(at);
    const element = board.elements.get(at);
    if (element !== undefined && at !== id) found.add(family(element));
    const boss = index.bossOf(at);
    if (boss !== null) queue.push(boss);
    queue.push(...index.ancestorsInside(at));
  }
  return found;
}

/** Where marketing operations belongs, by its heads. */
function operationsUnder(board: Board, fn: string): boolean | null {
  const all = operations(board);
  if (all.length === 0) return null;
  return all.some((one) => above(board, one.id).has(fn));
}

const hasLine = (board: Board, kind: string): boolean =>
  [...board.relations.values()].some((relation) => relation.kind === kind);

const platformsOr = (board: Board, holds: (platforms: readonly BoardElement[]) => boolean): boolean | null => {
  const platforms = elements(board).filter((one) => one.kind === 'platform');
  return platforms.length === 0 ? null : holds(platforms);
};

const owned = (board: Board): ReadonlySet<Id> =>
  new Set([...board.relations.values()].filter(({ kind }) => kind === 'owns').map(({ to }) => to));

/** What is counted over the boards of a session: one rule a line, from what is drawn and nothing else. */
export const PATTERN_RULES: readonly PatternRule[] = Object.freeze([
  { text: 'Marketing operations is drawn', holds: (board) => operations(board).length > 0 },
  { text: 'Marketing operations stands in marketing', holds: (board) => operationsUnder(board, 'MKT') },
  { text: 'Marketing operations stands in IT', holds: (board) => operationsUnder(board, 'IT') },
  { text: 'A committee steers', holds: (board) => elements(board).some((one) => one.kind === 'committee') },
  { text: 'A centre serves others', holds: (board) => elements(board).some((one) => one.kind === 'centre') },
  { text: 'A partner outside is drawn', holds: (board) => elements(board).some((one) => one.kind === 'partner') },
  {
    text: 'Every platform has an owner',
    holds: (board) => {
      const owners = owned(board);
      return platformsOr(board, (platforms) => platforms.every((one) => owners.has(one.id)));
    },
  },
  { text: 'Somebody reports to two bosses', holds: (board) => hasLine(board, 'dotted') },
  { text: 'Tiger teams draw on the line', holds: (board) => indexBoard(board).tigers.length > 0 },
  {
    text: 'A post is vacant',
    holds: (board) => elements(board).some((one) => one.attributes['vacant'] === true),
  },
  {
    text: 'Friction is open',
    holds: (board) => indexBoard(board).frictions.some((friction) => friction.status === 'open'),
  },
]);

/** With fewer boards nothing is counted: it would tell whose it is (session 5.4). */
export const LEAST_BOARDS = 3;

/** Counts every rule over the boards that say something about it. */
export function patternsOf(boards: ReadonlyMap<Id, Board>): readonly RecapPattern[] {
  if (boards.size < LEAST_BOARDS) return [];
  return PATTERN_RULES.flatMap(({ text, holds }) => {
    const said = [...boards].map(([id, board]) => [id, holds(board)] as const).filter(([, held]) => held !== null);
    const where = said.filter(([, held]) => held === true).map(([id]) => id);
    return where.length === 0
      ? []
      : [{ id: null, text, n: where.length, of: said.length, boards: where, counted: true }];
  });
}

/** Where the models part: held by more than a third and less than two thirds of those that say. */
export const splitsOf = (patterns: readonly RecapPattern[]): readonly RecapPattern[] =>
  patterns.filter(({ n, of }) => of >= LEAST_BOARDS && n / of > 1 / 3 && n / of < 2 / 3);
