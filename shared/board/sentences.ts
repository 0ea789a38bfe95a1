import { frictionKind } from '../overlays/friction-kinds.ts';
import { RELATIONS } from '../relations/index.ts';
import { ELEMENT_KINDS } from '../vocabulary/index.ts';
import { indexBoard } from './index-board.ts';
import type { Board, BoardElement, Friction, Id, Overlay, Relation, TigerTeam, Zone } from './model.ts';

/** What is drawn, as it is read aloud and listed: one text per thing, made of whole sentences. */

/** The name people read for anything on the board; never empty for something that exists. */
export function nameOf(board: Board, id: Id): string {
  const element = board.elements.get(id);
  if (element !== undefined)
    return inOneLine(element.name) || `unnamed ${ELEMENT_KINDS[element.kind].label.toLowerCase()}`;
  const line = board.relations.get(id);
  if (line !== undefined) return lineSentence(board, line);
  const overlay = board.overlays.get(id);
  if (overlay?.kind === 'zone') return overlay.title.trim() || 'unnamed zone';
  if (overlay?.kind === 'tiger') return overlay.name.trim() || 'unnamed tiger team';
  if (overlay?.kind === 'friction') return `friction ${frictionWords(overlay)}`;
  return board.frames.get(id)?.title.trim() || (board.frames.has(id) ? 'unnamed frame' : '');
}

const inOneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();

const frictionWords = (friction: Friction): string =>
  frictionKind(friction.friction)?.label ?? friction.friction.replaceAll('-', ' ');

const lineSentence = (board: Board, line: Relation): string =>
  RELATIONS[line.kind].sentence(nameOf(board, line.from), nameOf(board, line.to), line.attributes);

const sentences = (parts: readonly string[]): string =>
  parts
    .filter((part) => part !== '')
    .map((part) => (/[.!?]$/.test(part) ? part : `${part}.`))
    .join(' ');

const listed = (words: readonly string[]): string =>
  words.length < 2 ? (words[0] ?? '') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;

function elementSentence(board: Board, element: BoardElement): string {
  const index = indexBoard(board);
  const reports = index.reportsOf(element.id).length;
  const contents = index.contentsOf(element.id).length;
  const lent = index.tigers.flatMap((tiger, i) => {
    const share = tiger.members[element.id];
    return share === undefined ? [] : [`tiger team ${i + 1}, ${nameOf(board, tiger.id)}, with ${share} %`];
  });
  const frictions = index.frictions.filter((friction) => friction.on.includes(element.id));
  return sentences([
    ELEMENT_KINDS[element.kind].sentence(element),
    element.sitsIn === null ? '' : `Sits in ${nameOf(board, element.sitsIn)}`,
    ...index.relationsOf(element.id).flatMap((line) => (line.from === element.id ? [lineSentence(board, line)] : [])),
    ...index
      .relationsOf(element.id)
      .flatMap((line) => (line.to === element.id && line.kind !== 'reports' ? [lineSentence(board, line)] : [])),
    reports === 0 ? '' : `${reports} ${reports === 1 ? 'reports' : 'report'} to it`,
    contents === 0 ? '' : `${contents} ${contents === 1 ? 'sits' : 'sit'} in it`,
    lent.length === 0 ? '' : `Lent to ${listed(lent)}`,
    ...frictions.map((friction) => `Friction: ${frictionWords(friction)}, ${friction.status}`),
    element.locked ? 'Locked' : '',
  ]);
}

function zoneSentence(board: Board, zone: Zone): string {
  const index = indexBoard(board);
  const held = [...board.elements.keys()].filter((id) => index.zonesAt(id).includes(zone)).length;
  const content = held === 0 ? 'empty' : `${held} ${held === 1 ? 'element' : 'elements'}`;
  const facts = [content, zone.wall ? 'a silo' : '', zone.collapsed ? 'collapsed' : ''].filter((fact) => fact !== '');
  const kind = zone.zone.charAt(0).toUpperCase() + zone.zone.slice(1);
  return sentences([`${kind} zone “${nameOf(board, zone.id)}”: ${facts.join(', ')}`]);
}

function tigerSentence(board: Board, tiger: TigerTeam): string {
  const number = indexBoard(board).tigers.indexOf(tiger) + 1;
  const members = Object.entries(tiger.members).map(([id, share]) => `${nameOf(board, id)} with ${share} %`);
  const sponsor = board.elements.has(tiger.sponsor) ? nameOf(board, tiger.sponsor) : tiger.sponsor;
  const weeks =
    tiger.start !== null && tiger.end !== null
      ? `Weeks ${tiger.start} to ${tiger.end}`
      : tiger.end !== null
        ? `Ends in week ${tiger.end}`
        : tiger.start !== null
          ? `Starts in week ${tiger.start}`
          : '';
  return sentences([
    `Tiger team ${number} “${nameOf(board, tiger.id)}”: ${members.length === 0 ? 'no members' : listed(members)}`,
    inOneLine(tiger.purpose),
    sponsor === '' ? '' : `Sponsor: ${sponsor}`,
    tiger.lead === '' ? '' : `Lead: ${nameOf(board, tiger.lead)}`,
    weeks,
  ]);
}

function frictionSentence(board: Board, friction: Friction): string {
  const on = friction.on.map((id) => nameOf(board, id));
  return sentences([
    `Friction “${frictionWords(friction)}”, ${friction.status}${on.length === 0 ? '' : `, on ${listed(on)}`}`,
    friction.mitigation === '' ? '' : `Mitigation: ${inOneLine(friction.mitigation)}`,
    friction.owner === '' ? '' : `Owner: ${inOneLine(friction.owner)}`,
  ]);
}

function overlaySentence(board: Board, overlay: Overlay): string {
  if (overlay.kind === 'zone') return zoneSentence(board, overlay);
  return overlay.kind === 'tiger' ? tigerSentence(board, overlay) : frictionSentence(board, overlay);
}

/** What a thing is and how it stands to the others, in sentences; empty for an id the board does not have. */
export function sentenceOf(board: Board, id: Id): string {
  const element = board.elements.get(id);
  if (element !== undefined) return elementSentence(board, element);
  const line = board.relations.get(id);
  if (line !== undefined) return sentences([lineSentence(board, line)]);
  const overlay = board.overlays.get(id);
  if (overlay !== undefined) return overlaySentence(board, overlay);
  const frame = board.frames.get(id);
  if (frame !== undefined) return sentences([`Frame “${nameOf(board, id)}”`]);
  const prompt = board.prompts.get(id);
  if (prompt === undefined) return '';
  return sentences([prompt.text, prompt.answer === '' ? '' : `Answer: ${inOneLine(prompt.answer)}`]);
}
