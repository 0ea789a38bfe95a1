import type { Board, ElementKindId, Id } from '../model.ts';
import type { BoardDiff, Change, ChangeType } from './change.ts';
import { diffBoards } from './diff-boards.ts';
import { called, counted, sentence } from './words.ts';

/** A diff in words: the headline, then what happened one by one. */

const COUNTED = [
  ['moved', 'moved'],
  ['added', 'added'],
  ['removed', 'removed'],
  ['renamed', 'renamed'],
] as const satisfies readonly (readonly [ChangeType, string])[];

/** Spans named in the headline. */
const MOST_SPANS = 2;
/** Sentences after the headline before the rest is counted. */
const MOST_SENTENCES = 60;

const kindOf = (changes: readonly Change[]): ElementKindId | null => {
  const [first] = changes;
  return first?.kind !== undefined && changes.every((change) => change.kind === first.kind) ? first.kind : null;
};

const boxes = (count: number): string => `${count} ${count === 1 ? 'box stands' : 'boxes stand'} elsewhere`;

/** The other things that can be counted, when nothing happened to elements. */
const OTHERS = [
  ['line', 'line', 'lines'],
  ['tiger', 'change to tiger teams', 'changes to tiger teams'],
  ['friction', 'friction marker changed', 'friction markers changed'],
  ['zone', 'zone changed', 'zones changed'],
  ['frame', 'frame changed', 'frames changed'],
  ['prompt', 'question answered or put aside', 'questions answered or put aside'],
] as const;

function otherParts(changes: readonly Change[]): string[] {
  const parts: string[] = [];
  for (const [about, one, many] of OTHERS) {
    const count = changes.filter((change) => change.about === about).length;
    if (count > 0) parts.push(`${count} ${count === 1 ? one : many}${about === 'line' ? ' changed' : ''}`);
  }
  return parts;
}

/** One line that says how much happened: “3 roles moved, 1 added, span of VP marketing 9 to 6”. */
export function diffHeadline(diff: BoardDiff): string {
  const elements = diff.changes.filter((change) => change.about === 'element');
  const parts: string[] = [];
  let said: ElementKindId | null | undefined;
  for (const [type, word] of COUNTED) {
    const found = elements.filter((change) => change.type === type);
    if (found.length === 0) continue;
    const kind = kindOf(found);
    parts.push(kind === said ? `${found.length} ${word}` : `${counted(found.length, kind)} ${word}`);
    said = kind;
  }
  const spans = elements
    .filter((change) => change.type === 'span')
    .sort((a, b) => Math.abs(Number(b.to) - Number(b.from)) - Math.abs(Number(a.to) - Number(a.from)));
  for (const span of spans.slice(0, MOST_SPANS)) {
    // From nobody to somebody, or back, is told by what moved.
    if (span.from !== 0 && span.to !== 0) parts.push(span.sentence.replace(/^S/, 's').replace(/\.$/, ''));
  }
  if (parts.length === 0) {
    const count = elements.filter((change) => change.type !== 'span').length;
    if (count > 0) parts.push(`${count} ${count === 1 ? 'change' : 'changes'} to elements`);
    parts.push(...otherParts(diff.changes));
  }
  if (parts.length === 0 && diff.changes.length > 0) return diff.changes.map((change) => change.sentence).join(' ');
  if (parts.length > 0) return sentence(parts.join(', '));
  return diff.elsewhere.length > 0 ? sentence(boxes(diff.elsewhere.length)) : 'Nothing changed.';
}

/** The changes that are told one by one: how spans changed is in the headline. */
export const toldChanges = (diff: BoardDiff): readonly Change[] =>
  diff.changes.filter((change) => change.type !== 'span');

/** The headline, then a sentence for each change, the most telling first; what is beyond `most` is counted. */
export function diffSentences(diff: BoardDiff, most = MOST_SENTENCES): string[] {
  const told = toldChanges(diff);
  const sentences = [diffHeadline(diff), ...told.slice(0, most).map((change) => change.sentence)];
  const rest = told.length - most;
  if (rest > 0) sentences.push(`${rest} more ${rest === 1 ? 'change' : 'changes'}.`);
  if (told.length > 0 && diff.elsewhere.length > 0) sentences.push(sentence(boxes(diff.elsewhere.length)));
  return sentences;
}

/** Up to how many changes are told each for itself in one breath. */
const IN_ONE_BREATH = 2;

/**
 * What one edit did, in one breath: its sentences when they are few, else the headline. `ids` are the things it touched, as a
 * `BoardChange` names them; empty when nothing that people would notice happened.
 */
export function changeSentence(previous: Board, board: Board, ids: ReadonlySet<Id>): string {
  const diff = diffBoards(previous, board, { only: ids });
  const told = toldChanges(diff);
  if (told.length > IN_ONE_BREATH) return diffHeadline(diff);
  if (told.length > 0) return told.map((change) => change.sentence).join(' ');
  const [id, ...others] = diff.elsewhere;
  if (id === undefined) return '';
  if (others.length > 0) return sentence(boxes(diff.elsewhere.length));
  const overlay = board.overlays.get(id);
  const name = board.elements.has(id)
    ? called(board, id)
    : overlay?.kind === 'zone'
      ? `zone ${overlay.title}`.trim()
      : `frame ${board.frames.get(id)?.title ?? ''}`.trim();
  return sentence(`${name} stands elsewhere`);
}

/** A diff as plain data, for files and scripts. */
export const diffJson = (diff: BoardDiff) => ({
  format: 'orgora-diff' as const,
  version: 1 as const,
  before: diff.before.meta.title,
  after: diff.after.meta.title,
  headline: diffHeadline(diff),
  related: diff.related,
  changes: diff.changes.map(({ ...change }) => change),
  elsewhere: [...diff.elsewhere],
});
