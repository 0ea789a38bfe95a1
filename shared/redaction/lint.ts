import type { Board, Id } from '../board/model.ts';
import { looksLikePerson } from '../import/words.ts';

export type FindingKind = 'person' | 'address' | 'company' | 'product';

/** A text that may tell whose organisation this is. */
export interface Finding {
  /** Where: an element, line, overlay, frame or prompt; `null` for the board's own title. */
  readonly id: Id | null;
  readonly kind: FindingKind;
  /** The words that were found. */
  readonly text: string;
}

const ADDRESS =
  /(?:https?:\/\/|www\.)[^\s)>\]]+|[\w.+-]+@[\w-]+\.[\w.-]+|\b[a-z0-9-]+\.(?:com|org|net|io|eu|ro|de|fr|co\.uk|uk|ai|app|dev)\b(?:\/\S*)?/giu;

/** Legal forms follow the name of a company. */
const COMPANY =
  /(?:\p{Lu}[\p{L}\p{N}&.'’-]*\s+){1,4}(?:Inc|Ltd|LLC|PLC|plc|GmbH|AG|KG|S\.?A\.?|S\.?R\.?L\.?|SRL|SE|NV|N\.V\.|B\.?V\.?|Oy|AB|A\/S|SpA|S\.p\.A|Corp|Corporation|Company|Co|Group|Holdings?)\b\.?/gu;

/** Signs of a registered name, and words that run a capital inside (as brands do). */
const PRODUCT = /[\p{L}\p{N}]+[®™]|\b\p{Lu}\p{Ll}+\p{Lu}[\p{L}\p{N}]*\b/gu;

/** Words of the trade that look like brands and are none. */
const COMMON = new Set([
  'MarTech',
  'AdTech',
  'MarOps',
  'RevOps',
  'DevOps',
  'PaaS',
  'SaaS',
  'ChatOps',
  'FinOps',
  'DataOps',
  'SalesOps',
  'eCommerce',
  'McK',
]);

const found = (text: string, pattern: RegExp): readonly string[] =>
  [...text.matchAll(pattern)].map(([hit]) => hit.trim());

function findIn(id: Id | null, text: string): readonly Finding[] {
  const of = (kind: FindingKind, hits: readonly string[]): readonly Finding[] =>
    hits.map((hit) => ({ id, kind, text: hit }));
  const person = text
    .split(/[\n,;:·|()–—]|\s-\s/)
    .map((part) => part.trim())
    // "Region A", "Outbound B": a letter at the end numbers things, it is no family name.
    .filter((part) => looksLikePerson(part) && !/\s\p{Lu}$/u.test(part));
  return [
    ...of('address', found(text, ADDRESS)),
    ...of('company', found(text, COMPANY)),
    ...of(
      'product',
      found(text, PRODUCT).filter((word) => !COMMON.has(word)),
    ),
    ...of('person', person),
  ];
}

/**
 * Names of people, companies, products and addresses in the texts of a board. A guess on the careful side: somebody looks at
 * each before the board is shared or leaves.
 */
export function lintNames(board: Board): readonly Finding[] {
  const texts: (readonly [Id | null, string])[] = [
    [null, board.meta.title],
    [null, board.meta.subtitle],
  ];
  const attributes = (id: Id, values: Readonly<Record<string, unknown>>): void => {
    for (const value of Object.values(values)) if (typeof value === 'string') texts.push([id, value]);
  };
  for (const one of board.elements.values()) {
    texts.push([one.id, one.name]);
    attributes(one.id, one.attributes);
  }
  for (const one of board.relations.values()) attributes(one.id, one.attributes);
  for (const one of board.overlays.values()) {
    if (one.kind === 'zone') texts.push([one.id, one.title]);
    else if (one.kind === 'tiger')
      texts.push(
        [one.id, one.name],
        [one.id, one.purpose],
        [one.id, board.elements.has(one.sponsor) ? '' : one.sponsor],
      );
    else texts.push([one.id, one.mitigation], [one.id, one.owner]);
  }
  for (const frame of board.frames.values()) texts.push([frame.id, frame.title], [frame.id, frame.notes ?? '']);
  for (const prompt of board.prompts.values()) texts.push([prompt.id, prompt.text], [prompt.id, prompt.answer]);
  const seen = new Set<string>();
  return texts
    .flatMap(([id, text]) => findIn(id, text))
    .filter(({ id, kind, text }) => {
      const key = `${id} ${kind} ${text}`;
      if (seen.has(key)) return false;
      seen.add(key);
      return true;
    });
}
