import type { Board, Frame, Prompt } from '../model.ts';
import { compareOrder } from '../order.ts';
import type { Change } from './change.ts';
import type { Pairing } from './element-changes.ts';
import { outOfOrder } from './out-of-order.ts';
import { quoted, sentence } from './words.ts';

const frameName = (frame: Frame): string =>
  frame.title.trim() === '' ? 'unnamed frame' : `frame ${frame.title.trim()}`;

const inOrder = (board: Board): readonly Frame[] => [...board.frames.values()].sort(compareOrder);

function frameChanges({ before, after, wanted }: Pairing): Change[] {
  const changes: Change[] = [];
  for (const b of after.frames.values()) {
    const a = before.frames.get(b.id);
    if (a === b || !wanted(b.id)) continue;
    const base = { about: 'frame', id: b.id, was: a === undefined ? null : b.id, name: frameName(b) } as const;
    if (a === undefined) changes.push({ ...base, type: 'added', sentence: sentence(`${frameName(b)} added`) });
    else if (a.title.trim() !== b.title.trim()) {
      const text = `${frameName(a)} is now called ${b.title.trim() === '' ? 'nothing' : b.title.trim()}`;
      changes.push({ ...base, type: 'renamed', from: a.title, to: b.title, sentence: sentence(text) });
    }
  }
  for (const a of before.frames.values()) {
    if (after.frames.has(a.id) || !wanted(a.id)) continue;
    const base = { about: 'frame', id: a.id, was: a.id, name: frameName(a) } as const;
    changes.push({ ...base, type: 'removed', sentence: sentence(`${frameName(a)} removed`) });
  }
  const now = inOrder(after).filter((frame) => before.frames.has(frame.id));
  const old = inOrder(before).filter((frame) => after.frames.has(frame.id));
  const ids = (frames: readonly Frame[]): string[] => frames.map((frame) => frame.id);
  for (const id of outOfOrder(ids(old), ids(now)).filter(wanted)) {
    const frame = after.frames.get(id);
    if (frame === undefined) continue;
    const place = inOrder(after).indexOf(frame) + 1;
    const base = { about: 'frame', id, was: id, name: frameName(frame) } as const;
    changes.push({
      ...base,
      type: 'order',
      to: place,
      sentence: sentence(`${frameName(frame)} is slide ${place} now`),
    });
  }
  return changes;
}

function promptChanges({ before, after, wanted }: Pairing): Change[] {
  return [...after.prompts.values()].flatMap((b): Change[] => {
    const a: Prompt | undefined = before.prompts.get(b.id);
    if (a === undefined || a === b || !wanted(b.id) || a.text !== b.text) return [];
    const base = { about: 'prompt', id: b.id, was: b.id, name: b.text } as const;
    if (a.answer.trim() !== b.answer.trim()) {
      const text = `${quoted(b.text)} ${b.answer.trim() === '' ? 'has no answer any more' : `answered ${quoted(b.answer)}`}`;
      return [{ ...base, type: 'attributes', from: a.answer, to: b.answer, sentence: sentence(text) }];
    }
    if (a.dismissed === b.dismissed) return [];
    const text = `question ${quoted(b.text)} ${b.dismissed ? 'put aside' : 'asked again'}`;
    return [{ ...base, type: 'status', sentence: sentence(text) }];
  });
}

const STATE_WORDS = { '': 'neither as-is nor to-be', 'as-is': 'as-is', 'to-be': 'to-be' } as const;

function metaChanges({ before, after }: Pairing): Change[] {
  const base = { about: 'board', id: '', was: '', name: after.meta.title } as const;
  const changes: Change[] = [];
  const [a, b] = [before.meta, after.meta];
  if (a.title.trim() !== b.title.trim()) {
    const text =
      a.title.trim() === '' ? `the board is called ${b.title}` : `the board is called ${b.title}, was ${a.title}`;
    changes.push({ ...base, type: 'renamed', from: a.title, to: b.title, sentence: sentence(text) });
  }
  if (a.subtitle.trim() !== b.subtitle.trim()) {
    const text = `the line under the title reads ${quoted(b.subtitle)}`;
    changes.push({ ...base, type: 'attributes', from: a.subtitle, to: b.subtitle, sentence: sentence(text) });
  }
  if (a.state !== b.state) {
    const text = `the board is ${STATE_WORDS[b.state]} now`;
    changes.push({ ...base, type: 'status', from: a.state, to: b.state, sentence: sentence(text) });
  }
  return changes;
}

/** What happened to frames, questions and the board's own words. */
export const pageChanges = (pairing: Pairing): Change[] => [
  ...frameChanges(pairing),
  ...promptChanges(pairing),
  ...metaChanges(pairing),
];
