import type { BoardFile } from '../../board/file-types.ts';
import type { Board, Id } from '../../board/model.ts';
import { VOCABULARY_VERSION } from '../../vocabulary/index.ts';
import { RULE } from '../agenda.ts';
import type { Comment } from '../comment.ts';
import { publicComments, voteOf } from '../project.ts';
import { EMPTY_NOTES } from '../recap-notes.ts';
import type { Critique, KeptSlot } from '../state.ts';
import { patternsOf, splitsOf } from './patterns.ts';
import { readCard } from './read-card.ts';
import type { Recap, RecapBoard, RecapPattern } from './recap.ts';
import { recapComments, recapProposals } from './recap-comments.ts';

/** A board of the session as it is now. */
export interface RecapDrawing {
  readonly title: string;
  readonly board: Board;
  readonly file: BoardFile;
  readonly version: number;
  /** What changed since its turn began, as sentences. */
  readonly changed: readonly string[];
  /** Proposals its drawing cites. */
  readonly cites: ReadonlySet<Id>;
}

export interface RecapCouncil {
  readonly title: string;
  /** ISO 8601; `null` before the end. */
  readonly deleteAt: string | null;
}

function boardOf(critique: Critique, slot: KeptSlot, drawing: RecapDrawing, comments: readonly Comment[]): RecapBoard {
  const notes = critique.notes.boards[slot.board] ?? EMPTY_NOTES;
  return {
    board: slot.board,
    title: drawing.title,
    alias: slot.alias,
    who: slot.who,
    sentence: notes.sentence,
    read: readCard(drawing.board),
    takeaways: notes.takeaways,
    actions: notes.actions,
    consent: notes.consent,
    profile: notes.profile,
    comments: recapComments(comments.filter(({ kind }) => kind !== 'vocabulary')),
    proposals: recapProposals(comments, drawing.cites),
    changed: drawing.changed,
    version: drawing.version,
    file: drawing.file,
  };
}

function questionsOf(critique: Critique, boards: readonly RecapBoard[]): Recap['questions'] {
  const written = critique.notes.questions.map(({ id, text }) => ({ id, text, board: null, same: 0 }));
  const open = boards.flatMap(({ board, comments }) =>
    comments
      .filter(({ kind, state }) => kind === 'question' && (state === 'open' || state === 'passed'))
      .map(({ text, same }) => ({ id: null, text, board, same })),
  );
  return [...written, ...open.sort((a, b) => b.same - a.same)];
}

/** Words of comments that no decision took up, each once. */
function offeredOf(critique: Critique, comments: readonly Comment[]): Recap['offered'] {
  const key = (term: string): string => term.trim().toLowerCase();
  const decided = new Set(critique.notes.words.map(({ term }) => key(term)));
  const found = new Map<string, Recap['offered'][number]>();
  for (const { heard, word } of comments) {
    if (!heard || word === null || decided.has(key(word.term))) continue;
    const { term, symbol, meaning } = word;
    found.set([key(term), key(symbol), key(meaning)].join('\n'), { term, symbol, meaning });
  }
  return [...found.values()];
}

/**
 * Puts together what everybody leaves with, from nothing but what everybody in the council could read.
 *
 * @param drawings boards of the session by id; one that is gone is left out
 */
export function recapOf(critique: Critique, council: RecapCouncil, drawings: ReadonlyMap<Id, RecapDrawing>): Recap {
  const slots = critique.slots.filter(({ board }) => drawings.has(board));
  const comments = new Map(slots.map(({ board }) => [board, [...publicComments(critique, board).values()]] as const));
  const boards = slots.map((slot) =>
    boardOf(critique, slot, drawings.get(slot.board) as RecapDrawing, comments.get(slot.board) ?? []),
  );
  const counted = patternsOf(new Map(slots.map(({ board }) => [board, (drawings.get(board) as RecapDrawing).board])));
  const written = critique.notes.patterns.map(({ id, text, boards: on }): RecapPattern => {
    const where = on.filter((id) => drawings.has(id));
    return { id, text, n: where.length, of: slots.length, boards: where, counted: false };
  });
  const vote = voteOf(critique);
  const all = [...comments.values()].flat();
  return {
    council: council.title,
    startedAt: critique.run.startedAt,
    endedAt: critique.run.endedAt,
    form: critique.rules.form,
    rule: RULE,
    aliases: slots.map(({ alias }) => alias).filter((alias) => alias !== ''),
    vocabulary: VOCABULARY_VERSION,
    boards,
    patterns: [...counted, ...written].sort((a, b) => b.n - a.n),
    splits: splitsOf(counted),
    words: critique.notes.words.map((word) => ({
      ...word,
      from: all.filter((one) => one.kind === 'vocabulary' && one.word?.term === word.term).map(({ text }) => text),
    })),
    offered: offeredOf(critique, all),
    questions: questionsOf(critique, boards),
    vote:
      vote === null || vote.state !== 'closed'
        ? null
        : { title: vote.title, items: vote.items, budget: vote.budget, voters: vote.voters ?? 0 },
    failures: recapComments(all.filter(({ kind }) => kind === 'friction')),
    mapping: critique.rules.mapping,
    deleteAt: council.deleteAt,
  };
}
