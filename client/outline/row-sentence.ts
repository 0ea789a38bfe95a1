import { indexBoard } from '#shared/board/index-board.ts';
import type { Board, BoardElement } from '#shared/board/model.ts';
import { nameOf, sentenceOf } from '#shared/board/sentences.ts';
import { RELATIONS } from '#shared/relations/index.ts';
import { ATTRIBUTES, attribute, choiceLabel } from '#shared/vocabulary/attributes.ts';
import { ELEMENT_KINDS } from '#shared/vocabulary/index.ts';
import type { Row } from './rows.ts';

const sentence = (text: string): string => {
  const plain = text.replace(/\s+/g, ' ').trim();
  if (plain === '') return '';
  const begun = plain.charAt(0).toUpperCase() + plain.slice(1);
  return /[.!?]$/.test(begun) ? begun : `${begun}.`;
};

/** Shown in the row or on the board's own terms: not said again. */
const UNSAID: ReadonlySet<string> = new Set(['fn', 'fte', 'seats', 'layer', 'scope', 'vacant', 'planned']);
const OWN_TERMS: ReadonlySet<string> = new Set(['arrange', 'assistant', 'pinned', 'collapsed']);

/** What is set on an element besides what its row shows: "Capability: technology, data". */
function settings(element: BoardElement): readonly string[] {
  return ELEMENT_KINDS[element.kind].attributes.flatMap((id) => {
    const value = element.attributes[id];
    const definition = attribute(id);
    if (value === undefined || definition === undefined || UNSAID.has(id) || OWN_TERMS.has(id)) return [];
    if (value === true) return [definition.label];
    if (value === false) return [];
    const list = Array.isArray(value) ? (value as readonly string[]) : null;
    if (list !== null) return [`${definition.label}: ${list.map((code) => choiceLabel(id, code)).join(', ')}`];
    if (typeof value === 'object') return [];
    return [`${definition.label}: ${'choices' in ATTRIBUTES[id].value ? choiceLabel(id, value) : String(value)}`];
  });
}

function elementSentences(board: Board, element: BoardElement): string {
  const index = indexBoard(board);
  const { id } = element;
  const lines = index.relationsOf(id);
  const out = lines.filter((line) => line.from === id);
  const into = lines.filter((line) => line.to === id && line.kind !== 'reports');
  const reports = index.reportsOf(id).length;
  const contents = index.contentsOf(id).length;
  const ordered = [...out.filter((line) => line.kind === 'reports'), ...out.filter((line) => line.kind !== 'reports')];
  const whole = sentenceOf(board, id);
  return [
    ...ordered.map((line) => RELATIONS[line.kind].sentence('', nameOf(board, line.to), line.attributes)),
    ...into.map((line) => RELATIONS[line.kind].sentence(nameOf(board, line.from), 'it', line.attributes)),
    element.sitsIn === null ? '' : `Sits in ${nameOf(board, element.sitsIn)}`,
    reports === 0 ? '' : `${reports} ${reports === 1 ? 'reports' : 'report'} to it`,
    contents === 0 ? '' : `${contents} ${contents === 1 ? 'sits' : 'sit'} in it`,
    ...(whole.match(/Lent to [^.]+\.|Friction: [^.]+\./g) ?? []),
    ...settings(element),
  ]
    .map(sentence)
    .filter((text) => text !== '')
    .join(' ');
}

/** What a row stands for, in sentences that do not repeat its name; empty for lines and headings. */
export function rowSentence(board: Board, row: Pick<Row, 'type' | 'id' | 'member'>): string {
  if (row.type === 'line' || row.type === 'lines' || row.type === 'group') return '';
  const id = (row.type === 'member' ? row.member : row.id) ?? '';
  const element = board.elements.get(id);
  return element === undefined ? sentenceOf(board, id) : elementSentences(board, element);
}
