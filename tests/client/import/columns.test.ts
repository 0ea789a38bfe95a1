import { beforeEach, describe, expect, it } from 'vitest';
import { fieldOf, isUsable, withField } from '../../../client/import/field-labels.ts';
import { knownMapping, rememberMapping } from '../../../client/import/known-mappings.ts';

beforeEach(() => window.localStorage.clear());

describe('what columns mean', () => {
  it('IMPORTUI-1 a field has one column and a column one field', () => {
    const moved = withField({ name: 0, manager: 2 }, 1, 'name');
    expect(moved).toEqual({ manager: 2, name: 1 });
    expect(withField(moved, 2, 'title')).toEqual({ name: 1, title: 2 });
    expect(withField(moved, 1, null)).toEqual({ manager: 2 });
    expect([fieldOf(moved, 1), fieldOf(moved, 0)]).toEqual(['name', null]);
  });

  it('IMPORTUI-2 without a column that says what a box is called there is nothing to read', () => {
    expect(isUsable({ manager: 0, fte: 1 })).toBe(false);
    expect(isUsable({ title: 0 })).toBe(true);
  });
});

describe('remembered columns', () => {
  const headings = ['Cod', 'Post', 'Șef'];

  it('IMPORTUI-3 the same headings mean the same the next time, other headings nothing', () => {
    rememberMapping(headings, { id: 0, title: 1, manager: 2 }, window.localStorage);
    expect(knownMapping(['cod ', 'POST', 'Șef'], window.localStorage)).toEqual({ id: 0, title: 1, manager: 2 });
    expect(knownMapping(['Cod', 'Post'], window.localStorage)).toBeNull();
  });

  it('IMPORTUI-4 the oldest of many sets of headings goes, the newest stays', () => {
    for (let i = 0; i < 60; i += 1) rememberMapping([`Heading ${i}`], { title: 0 }, window.localStorage);
    expect(knownMapping(['Heading 59'], window.localStorage)).toEqual({ title: 0 });
    expect(knownMapping(['Heading 0'], window.localStorage)).toBeNull();
    expect(Object.keys(JSON.parse(window.localStorage.getItem('orgora:columns') ?? '{}')).length).toBeLessThan(50);
  });

  it('IMPORTUI-5 what something else wrote there is passed over', () => {
    window.localStorage.setItem('orgora:columns', '{"[\\"cod\\",\\"post\\",\\"șef\\"]":{"title":9}}');
    expect(knownMapping(headings, window.localStorage)).toBeNull();
    window.localStorage.setItem('orgora:columns', 'no JSON');
    expect(knownMapping(headings, window.localStorage)).toBeNull();
    rememberMapping(headings, { title: 1 }, window.localStorage);
    expect(knownMapping(headings, window.localStorage)).toEqual({ title: 1 });
  });
});
