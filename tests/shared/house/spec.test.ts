import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const TITLE = /\b(?:it|test)(?:\.each\([\s\S]*?\)|\.for\([\s\S]*?\))?\(\s*(['"`])((?:\\.|(?!\1)[\s\S])*)\1/g;
const ID = /^[A-Z][A-Z0-9]*(?:-[A-Z]+)*-\d+\b/;

/** Titles of all tests as they stand in the files, with the file they stand in. */
function titles(): { readonly file: string; readonly title: string }[] {
  return readdirSync('tests', { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.test\.tsx?$/.test(name) && !name.endsWith('spec.test.ts'))
    .flatMap((name) =>
      [...readFileSync(join('tests', name), 'utf8').matchAll(TITLE)].map((m) => ({ file: name, title: m[2] ?? '' })),
    );
}

const rules = (): string[] =>
  [...readFileSync('tests/SPEC.md', 'utf8').matchAll(/^\| ([A-Z][A-Z0-9]*(?:-[A-Z]+)*-\d+) \|/gm)].map(
    (m) => m[1] ?? '',
  );

describe('the list of rules', () => {
  it('HOUSE-1 every test says which rule it holds up', () => {
    expect(titles().filter(({ title }) => !ID.test(title))).toEqual([]);
  });

  it('HOUSE-2 every rule in a title is in the list, and every rule in the list has a test', () => {
    const tested = new Set(titles().map(({ title }) => ID.exec(title)?.[0] ?? ''));
    // This file's own rules; it does not read itself.
    for (const own of ['HOUSE-1', 'HOUSE-2', 'HOUSE-3']) tested.add(own);
    expect([...tested].filter((id) => !rules().includes(id)).sort()).toEqual([]);
    expect(rules().filter((id) => !tested.has(id))).toEqual([]);
  });

  it('HOUSE-3 no rule stands in the list twice', () => {
    const all = rules();
    expect(all.filter((id, i) => all.indexOf(id) !== i)).toEqual([]);
  });
});
