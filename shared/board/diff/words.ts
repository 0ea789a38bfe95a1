import { type AttributeDefinition, attribute } from '../../vocabulary/attributes.ts';
import { ELEMENT_KINDS } from '../../vocabulary/index.ts';
import type { Attributes, AttributeValue, Board, BoardElement, ElementKindId, Id } from '../model.ts';
import { nameOf } from '../sentences.ts';
import { sameData } from '../tables.ts';

/** The words that sentences about changes are made of. */

const LONGEST_QUOTE = 60;

export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** A sentence: a capital at its start, one full stop at its end. */
export const sentence = (text: string): string => {
  const whole = capital(text.trim());
  return /[.!?]$/.test(whole) ? whole : `${whole}.`;
};

export const listed = (words: readonly string[]): string =>
  words.length < 2 ? (words[0] ?? '') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;

export const quoted = (text: string): string => {
  const line = text.replace(/\s+/g, ' ').trim();
  return line === '' ? 'nothing' : `“${line.length > LONGEST_QUOTE ? `${line.slice(0, LONGEST_QUOTE - 1)}…` : line}”`;
};

/** “3 roles”, “1 team”. */
export const counted = (count: number, kind: ElementKindId | null): string => {
  if (kind === null) return `${count} ${count === 1 ? 'element' : 'elements'}`;
  const words = ELEMENT_KINDS[kind];
  return `${count} ${count === 1 ? words.label.toLowerCase() : words.plural}`;
};

/** What an element is called in a sentence; what stands on a card is quoted. */
export function called(board: Board, id: Id): string {
  const element = board.elements.get(id);
  if (element?.kind === 'card') return element.name.trim() === '' ? 'an empty card' : `card ${quoted(element.name)}`;
  return nameOf(board, id);
}

export const calledElement = (board: Board, element: BoardElement): string => called(board, element.id);

const lower = (label: string): string =>
  /^[A-Z][a-z]/.test(label) ? label.charAt(0).toLowerCase() + label.slice(1) : label;

const choiceWord = (definition: AttributeDefinition, code: string): string => {
  const spec = definition.value;
  return 'choices' in spec ? (spec.choices.find((choice) => choice.code === code)?.label ?? code) : code;
};

const codes = (value: AttributeValue | undefined): readonly string[] =>
  Array.isArray(value) ? (value as readonly string[]) : [];

function valueWord(definition: AttributeDefinition | undefined, value: AttributeValue): string {
  if (definition === undefined) return quoted(String(value));
  const spec = definition.value;
  if (spec.type === 'number') return `${String(value)}${spec.unit === undefined ? '' : ` ${spec.unit}`}`;
  if (spec.type === 'choice') return lower(choiceWord(definition, String(value)));
  if (spec.type === 'choices') return listed(codes(value).map((code) => lower(choiceWord(definition, code))));
  if (spec.type === 'weights') {
    const weights = Object.entries(value as Readonly<Record<string, number>>);
    return listed(weights.map(([code, weight]) => `${lower(choiceWord(definition, code))} ${weight}`));
  }
  return quoted(String(value));
}

/** One attribute's change: “size 2 to 6 FTE”, “no longer vacant”, “scope local to global”. */
function attributeWords(id: string, from: AttributeValue | undefined, to: AttributeValue | undefined): string {
  const definition = attribute(id);
  const label = lower(definition?.label ?? id);
  const type = definition?.value.type;
  if (type === 'flag') return to === true ? label : `no longer ${label}`;
  if (type === 'choices') {
    const gained = codes(to).filter((code) => !codes(from).includes(code));
    const lost = codes(from).filter((code) => !codes(to).includes(code));
    const words = (list: readonly string[]): string =>
      listed(list.map((code) => (definition === undefined ? code : lower(choiceWord(definition, code)))));
    const parts = [
      gained.length === 0 ? '' : `gained ${words(gained)}`,
      lost.length === 0 ? '' : `lost ${words(lost)}`,
    ];
    return `${label} ${parts.filter((part) => part !== '').join(' and ')}`;
  }
  if (to === undefined) return `${label} no longer said`;
  if (from === undefined) return `${label} ${valueWord(definition, to)}`;
  if (type === 'number') return `${label} ${String(from)} to ${valueWord(definition, to)}`;
  return `${label} ${valueWord(definition, from)} to ${valueWord(definition, to)}`;
}

/** Ids of the attributes that differ, in the order of the vocabulary's ids. */
export const differing = (from: Attributes, to: Attributes): readonly string[] =>
  [...new Set([...Object.keys(from), ...Object.keys(to)])].sort().filter((id) => !sameData(from[id], to[id]));

/** What differs between two sets of attributes, in words. */
export const attributesWords = (from: Attributes, to: Attributes): string =>
  differing(from, to)
    .map((id) => attributeWords(id, from[id], to[id]))
    .join(', ');
