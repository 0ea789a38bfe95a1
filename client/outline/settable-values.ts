import type { AttributeValue, Board, Id } from '#shared/board/model.ts';
import { OVERLAYS } from '#shared/overlays/index.ts';
import { RELATIONS } from '#shared/relations/index.ts';
import { ATTRIBUTES, type AttributeDefinition } from '#shared/vocabulary/attributes.ts';
import { ELEMENT_KINDS } from '#shared/vocabulary/index.ts';

/** One value that may be set, as a line that can be searched for: "Function: Marketing". */
export interface Settable {
  readonly id: string;
  readonly label: string;
  readonly words: string;
  readonly attribute: string;
  /** `null` takes the value away. */
  readonly value: AttributeValue | null;
  /** It is set like this now. */
  readonly on: boolean;
  /** Only says what to type. */
  readonly hint: boolean;
}

interface Target {
  readonly attributes: Readonly<Record<string, unknown>>;
  readonly definitions: readonly AttributeDefinition[];
}

function targetOf(board: Board, id: Id): Target | null {
  const element = board.elements.get(id);
  if (element !== undefined) {
    const { attributes: ids } = ELEMENT_KINDS[element.kind];
    return { attributes: element.attributes, definitions: ids.map((one) => ATTRIBUTES[one]) };
  }
  const line = board.relations.get(id);
  if (line !== undefined) {
    const { attributes: ids } = RELATIONS[line.kind];
    return { attributes: line.attributes, definitions: ids.map((one) => ATTRIBUTES[one]) };
  }
  const overlay = board.overlays.get(id);
  if (overlay === undefined) return null;
  return { attributes: { ...overlay }, definitions: OVERLAYS[overlay.kind].fields };
}

/** What may be set on all of these things, given what was typed: choices by name, numbers and texts as typed. */
export function settableValues(board: Board, ids: readonly Id[], question: string): readonly Settable[] {
  const targets = ids.flatMap((id) => targetOf(board, id) ?? []);
  const [first] = targets;
  if (first === undefined) return [];
  const common = first.definitions.filter((definition) =>
    targets.every((target) => target.definitions.some((other) => other.id === definition.id)),
  );
  return common.flatMap((definition) => valuesOf(definition, first.attributes[definition.id], question));
}

function valuesOf(definition: AttributeDefinition, now: unknown, question: string): readonly Settable[] {
  const { id, label, hint, value: spec } = definition;
  const words = `${id} ${hint ?? ''}`;
  const make = (text: string, value: AttributeValue | null, on: boolean, more: Partial<Settable> = {}): Settable => ({
    id: `${id}=${text}`,
    label: `${label}: ${text}`,
    words,
    attribute: id,
    value,
    on,
    hint: false,
    ...more,
  });
  const asHint = (text: string): Settable => make(text, null, false, { hint: true });
  const none = now === undefined || now === null || now === '' || now === false ? [] : [make('not set', null, false)];
  switch (spec.type) {
    case 'flag':
      return [make('yes', true, now === true), make('no', null, now !== true)];
    case 'choice':
      return [
        ...spec.choices.map(({ code, label: choice, term }) =>
          make(choice, code, String(now) === code, { words: `${words} ${code} ${term ?? ''}` }),
        ),
        ...none,
      ];
    case 'choices': {
      const set = new Set(Array.isArray(now) ? (now as readonly string[]) : []);
      return [
        ...spec.choices.map(({ code, label: choice }) => {
          const next = spec.choices
            .map((one) => one.code)
            .filter((one) => (one === code ? !set.has(one) : set.has(one)));
          return make(choice, next.length === 0 ? null : next, set.has(code), { words: `${words} ${code}` });
        }),
        ...none,
      ];
    }
    case 'number': {
      const typed = /-?\d+(?:[.,]\d+)?/.exec(question)?.[0].replace(',', '.');
      const number = Number(typed);
      const unit = spec.unit === undefined ? '' : ` ${spec.unit}`;
      if (typed === undefined || number < spec.min || number > spec.max) {
        return [asHint(`type a number from ${spec.min} to ${spec.max}`), ...none];
      }
      return [make(`${number}${unit}`, number, now === number, { words: `${words} ${typed}` })];
    }
    case 'text': {
      const text = textAfter(question, [label, id]);
      if (text === '') return [asHint('type it after the word'), ...none];
      return [make(text.slice(0, spec.maxLength), text.slice(0, spec.maxLength), now === text)];
    }
    case 'weights':
      return [];
  }
}

/** What follows one of the words at the beginning of a question. */
function textAfter(question: string, words: readonly string[]): string {
  const asked = question.trim();
  for (const word of words) {
    if (asked.toLowerCase().startsWith(`${word.toLowerCase()} `)) return asked.slice(word.length + 1).trim();
  }
  return '';
}
