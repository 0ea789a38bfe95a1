import { readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { RELATION_LIST, RELATIONS } from '../../../shared/relations/index.ts';
import { ATTRIBUTES } from '../../../shared/vocabulary/attributes.ts';
import { ELEMENT_KINDS, KIND_LIST } from '../../../shared/vocabulary/index.ts';

const filesIn = (folder: string, others: readonly string[]): readonly string[] =>
  readdirSync(new URL(`../../../shared/${folder}/`, import.meta.url))
    .filter((name) => name.endsWith('.ts') && !others.includes(name))
    .map((name) => name.replace('.ts', ''))
    .sort();

describe('the registries', () => {
  test('VOC-1 every kind file is in the registry under its own id, and nothing else is', () => {
    expect(Object.keys(ELEMENT_KINDS).sort()).toEqual(
      filesIn('vocabulary', ['index.ts', 'define-kind.ts', 'attributes.ts']),
    );
    for (const [id, kind] of Object.entries(ELEMENT_KINDS)) expect(kind.id).toBe(id);
  });

  test('VOC-1 every relation file is in the registry under its own id, and nothing else is', () => {
    expect(Object.keys(RELATIONS).sort()).toEqual(
      filesIn('relations', ['index.ts', 'define-relation.ts', 'refuse.ts']),
    );
    for (const [id, kind] of Object.entries(RELATIONS)) expect(kind.id).toBe(id);
  });

  test('VOC-2 keys 1 to 8 place the kinds in their order, and five kinds are for a start', () => {
    expect(KIND_LIST.map((kind) => kind.key)).toEqual(['1', '2', '3', '4', '5', '6', '7', '8']);
    expect(KIND_LIST.filter((kind) => kind.starter)).toHaveLength(5);
    expect(RELATION_LIST.filter((kind) => kind.starter).map((kind) => kind.id)).toEqual(['reports', 'owns', 'serves']);
  });

  test('VOC-3 no two kinds share a word, a plural or a spelling', () => {
    const words = KIND_LIST.flatMap((kind) => [...new Set([kind.label.toLowerCase(), kind.plural])]);
    expect(new Set(words).size).toBe(words.length);
    for (const kind of KIND_LIST) {
      for (const attribute of kind.attributes) expect(ATTRIBUTES[attribute].id).toBe(attribute);
    }
  });

  test('VOC-4 only teams and centres hold others, and only they keep room for it', () => {
    expect(KIND_LIST.filter((kind) => kind.holds).map((kind) => kind.id)).toEqual(['unit', 'centre']);
    for (const kind of KIND_LIST) expect(kind.containerInsets.top > 0).toBe(kind.holds);
  });
});
