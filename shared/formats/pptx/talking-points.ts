import { indexBoard } from '../../board/index-board.ts';
import type { Board, Id } from '../../board/model.ts';
import { compareOrder } from '../../board/order.ts';
import { frictionLabel } from '../../overlays/friction.ts';

/** At most so many sentences fit beside a drawing. */
const MOST = 4;

const WORDS = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];

const counted = (n: number): string => WORDS[n] ?? String(n);
const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
const sentence = (text: string): string => (/[.!?…]$/.test(text) ? text : `${text}.`);

function spanPoint(board: Board): readonly string[] {
  const index = indexBoard(board);
  const spans = [...board.elements.values()]
    .map(({ id, name }) => ({ name, n: index.reportsOf(id).length }))
    .sort((a, b) => b.n - a.n);
  const [widest] = spans;
  if (widest === undefined || widest.n < 3 || widest.name === '') return [];
  return [`The widest span of control is ${counted(widest.n)}: ${widest.name}.`];
}

function scopePoint(board: Board): readonly string[] {
  const platforms = [...board.elements.values()].filter(({ kind }) => kind === 'platform');
  const global = platforms.filter(({ attributes }) => attributes['scope'] === 'G');
  if (platforms.length < 2 || global.length === 0) return [];
  if (global.length === platforms.length) return [`All ${counted(platforms.length)} platforms are global.`];
  const are = global.length === 1 ? 'is' : 'are';
  return [`${capital(counted(global.length))} of ${counted(platforms.length)} platforms ${are} global.`];
}

function lentPoint(board: Board): readonly string[] {
  const { tigers } = indexBoard(board);
  const lent = new Map<Id, number>();
  for (const { members } of tigers)
    for (const [id, share] of Object.entries(members)) lent.set(id, (lent.get(id) ?? 0) + share);
  const [most] = [...lent].sort((a, b) => b[1] - a[1]);
  const name = most === undefined ? '' : (board.elements.get(most[0])?.name ?? '');
  if (most === undefined || name === '') return [];
  const teams = `${capital(counted(tigers.length))} tiger ${tigers.length === 1 ? 'team' : 'teams'}`;
  return [`${teams}; ${name} lends most of its time, ${most[1]} %.`];
}

function frictionPoint(board: Board): readonly string[] {
  const open = indexBoard(board).frictions.filter(({ status }) => status === 'open');
  const [first] = open;
  if (first === undefined) return [];
  if (open.length === 1) return [`One friction is open: ${frictionLabel(first)}.`];
  const kinds = [...new Set(open.map(frictionLabel))].slice(0, 2).join(', ');
  return [`${capital(counted(open.length))} frictions are open: ${kinds}.`];
}

/** What to say about a board beside its drawing: what was answered on it first, then what its numbers show. At most four. */
export function talkingPoints(board: Board): readonly string[] {
  const answers = [...board.prompts.values()]
    .filter(({ dismissed, answer }) => !dismissed && answer.trim() !== '')
    .sort(compareOrder)
    .map(({ answer }) => sentence(answer.trim()));
  const read = [spanPoint, scopePoint, lentPoint, frictionPoint].flatMap((point) => point(board));
  return [...answers, ...read].slice(0, MOST);
}
