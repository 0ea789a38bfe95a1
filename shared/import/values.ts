import type { Attributes, AttributeValue, ElementKindId, RelationKindId } from '../board/model.ts';
import { normalValue } from '../board/normal-value.ts';
import { RELATION_LIST } from '../relations/index.ts';
import { ATTRIBUTES, type AttributeId, attribute, type Choice, FUNCTIONS } from '../vocabulary/attributes.ts';
import { KIND_LIST } from '../vocabulary/index.ts';
import { plain } from './words.ts';

const MORE_KINDS: Readonly<Record<string, ElementKindId>> = {
  person: 'role',
  people: 'role',
  position: 'role',
  post: 'role',
  employee: 'role',
  job: 'role',
  rol: 'role',
  functie: 'role',
  echipa: 'unit',
  departament: 'unit',
  unitate: 'unit',
  division: 'unit',
  platforma: 'platform',
  partener: 'partner',
  centru: 'centre',
  comitet: 'committee',
  nota: 'card',
};

const KINDS: ReadonlyMap<string, ElementKindId> = new Map([
  ...Object.entries(MORE_KINDS),
  ...KIND_LIST.flatMap((kind) =>
    [...kind.aliases, kind.plural, kind.label, kind.id].map((word): [string, ElementKindId] => [plain(word), kind.id]),
  ),
]);

/** The kind a word means, or `null`. */
export const kindNamed = (word: string): ElementKindId | null => KINDS.get(plain(word)) ?? null;

/** Words of departments that are one of the function families beyond doubt, besides labels and codes. */
const FAMILY_WORDS: Readonly<Record<string, string>> = {
  MKT: 'marketing dept, marketing department, mktg, brand marketing, digital marketing, departament marketing',
  MOP: 'marketing ops, mops, operations marketing, marketing technology, martech, operatiuni de marketing',
  SAL: 'sale, commercial, vanzari, comercial',
  SVC: 'service, services, customer service, customer support, customer care, suport, suport clienti, relatii cu clientii',
  IT: 'information technology, technology, tech, it department, informatica',
  DAT: 'data, bi, business intelligence, analytics, data and analytics, data analytics, data office, date, analiza de date',
  PRD: 'products, product management, produs, produse',
  LEG: 'legal department, compliance, legal and compliance, juridic, legal si conformitate',
  FIN: 'finances, accounting, finance and accounting, financiar, contabilitate, financiar contabil',
  PRC: 'purchasing, sourcing, achizitii',
  OPS: 'operation, operatiuni, logistics, supply chain, logistica',
  REV: 'revops, revenue ops',
  CX: 'client experience, cx, experienta clientilor',
  EXT: 'external partners, extern, externi',
};

const FAMILIES: ReadonlyMap<string, string> = new Map([
  ...Object.entries(FAMILY_WORDS).flatMap(([code, words]) =>
    words.split(',').map((word): [string, string] => [plain(word), code]),
  ),
  ...FUNCTIONS.flatMap(({ code, label }): readonly [string, string][] => [
    [plain(code), code],
    [plain(label), code],
  ]),
]);

/** Code of the function family a department's name means beyond doubt, or `null`. */
export const familyNamed = (text: string): string | null => FAMILIES.get(plain(text)) ?? null;

const choicesOf = (id: AttributeId): readonly Choice[] => {
  const spec = ATTRIBUTES[id].value;
  return 'choices' in spec ? spec.choices : [];
};

/** Code of the choice of an attribute that a word means: its code, label or term. */
export function choiceNamed(id: AttributeId, word: string): string | null {
  const wanted = plain(word);
  const choices = choicesOf(id);
  const spelled = ({ label, term = '' }: Choice): boolean =>
    [label, term].some((one) => one !== '' && plain(one) === wanted);
  return (choices.find(({ code }) => plain(code) === wanted) ?? choices.find(spelled))?.code ?? null;
}

const YES = new Set(['y', 'yes', 'true', 't', '1', 'x', 'da', 'adevarat']);
const VACANT = new Set([
  'vacant',
  'vacancy',
  'open',
  'openposition',
  'tbh',
  'tbd',
  'tobehired',
  'hiring',
  'unfilled',
  'liber',
  'postvacant',
  'vacanta',
  'deschis',
]);

export const saysYes = (text: string): boolean => YES.has(plain(text));

/** Whether a cell of a column of vacancies says that nobody holds the post. */
export const saysVacant = (text: string): boolean => saysYes(text) || VACANT.has(plain(text));

/** Whether what stands for a name says that there is nobody. */
export const namesNobody = (name: string): boolean =>
  VACANT.has(plain(name)) ||
  /^[([<]?\s*(vacant|vacancy|tbd|tbh|open (position|role|post|req)|to be hired|post vacant)\b/i.test(name);

/** A number as people write it: `0,5`, `1.5`, `50 %` (of one). `null` when it is none. */
export function numberIn(text: string): number | null {
  const found = /^\s*(-?\d+(?:[.,]\d+)?)\s*(%|fte)?\s*$/i.exec(text);
  if (found === null) return null;
  const value = Number((found[1] ?? '').replace(',', '.'));
  return found[2] === '%' ? Math.round(value) / 100 : value;
}

/** Size in FTE, or `null`. */
export function fteIn(text: string): AttributeValue | null {
  const value = numberIn(text);
  return value === null ? null : normalValue('fte', value);
}

/** Level 1 to 5 of `2`, `L2` or `Level 2`, or `null`. */
export function levelIn(text: string): AttributeValue | null {
  const found = /^\D{0,8}([1-5])$/.exec(text.trim());
  return found === null ? null : normalValue('lvl', Number(found[1]));
}

const NUMBER = /^-?\d+(\.\d+)?(e[+-]?\d+)?$/;

/** A value of an attribute from text, as our own tables and lists write it; `null` when it cannot hold it. */
export function valueFrom(id: string, text: string): AttributeValue | null {
  const spec = attribute(id)?.value;
  switch (spec?.type) {
    case 'flag':
      return text === '' || saysYes(text) ? true : plain(text) === 'no' || plain(text) === 'false' ? false : null;
    case 'number':
      return NUMBER.test(text) ? normalValue(id, Number(text)) : null;
    case 'choice': {
      const code = choiceNamed(id as AttributeId, text);
      return code === null ? null : normalValue(id, code);
    }
    case 'choices': {
      const words = text.split(/[,;]/).filter((word) => word.trim() !== '');
      const codes = words.map((word) => choiceNamed(id as AttributeId, word));
      return codes.includes(null)
        ? null
        : normalValue(
            id,
            codes.filter((code) => code !== null),
          );
    }
    case 'weights': {
      const pairs = [...text.matchAll(/([a-z]+)\s*[:=]?\s*(\d+(?:\.\d+)?)/g)];
      return normalValue(id, Object.fromEntries(pairs.map(([, word = '', n]) => [word, Number(n)])));
    }
    case 'text':
      return normalValue(id, text);
    case undefined:
      return /^[A-Za-z0-9_-]{1,40}$/.test(id) && text.length <= 2000 ? plainValue(text) : null;
  }
}

/** An attribute this version does not know: a flag, a number or a text. */
function plainValue(text: string): AttributeValue {
  if (text === '' || text === 'yes') return true;
  if (text === 'no') return false;
  return NUMBER.test(text) ? Number(text) : text;
}

/** The text `valueFrom` reads as this value. */
export function valueText(value: AttributeValue): string {
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (Array.isArray(value)) return value.join(', ');
  if (typeof value !== 'object') return String(value);
  return Object.entries(value)
    .map(([word, n]) => `${word} ${n}`)
    .join(', ');
}

/** Only the attributes that their definitions allow, in their one form. */
export function normalAttributes(attributes: Attributes): Attributes {
  const kept = Object.entries(attributes).flatMap(([id, value]) => {
    const normal = normalValue(id, value);
    return normal === null ? [] : [[id, normal] as const];
  });
  return Object.fromEntries(kept);
}

const RELATION_WORDS: ReadonlyMap<string, RelationKindId> = new Map(
  RELATION_LIST.flatMap(({ id, label, verb }): readonly [string, RelationKindId][] => [
    [plain(id), id],
    [plain(label), id],
    [plain(verb), id],
  ]),
);

/** The kind of line a word means, or `null`. */
export const relationNamed = (word: string): RelationKindId | null => RELATION_WORDS.get(plain(word)) ?? null;
