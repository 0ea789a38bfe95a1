import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { rightsTable } from '../../support/rights-table.ts';
import { listedRules, OWN_RULES, RIGHTS_HEADING, testTitles } from '../../support/spec-titles.ts';

const rules = (): readonly string[] => listedRules(readFileSync('tests/SPEC.md', 'utf8')).map(([rule]) => rule);

describe('the list of rules', () => {
  it('HOUSE-1 every test says which rule it holds up', () => {
    expect(testTitles().filter(({ rule }) => rule === '')).toEqual([]);
  });

  it('HOUSE-2 every rule in a title is in the list, and every rule in the list has a test', () => {
    const tested = new Set(testTitles().map(({ rule }) => rule));
    // This file's own rules; it does not read itself.
    for (const own of OWN_RULES) tested.add(own);
    expect([...tested].filter((id) => !rules().includes(id)).sort()).toEqual([]);
    expect(rules().filter((id) => !tested.has(id))).toEqual([]);
  });

  it('HOUSE-3 no rule stands in the list twice', () => {
    const all = rules();
    expect(all.filter((id, i) => all.indexOf(id) !== i)).toEqual([]);
  });

  it('HOUSE-7 the list ends with who may do what in each phase, as it is tested', () => {
    const spec = readFileSync('tests/SPEC.md', 'utf8');
    expect(spec.slice(spec.indexOf(`## ${RIGHTS_HEADING}`))).toBe(`## ${RIGHTS_HEADING}\n\n${rightsTable()}\n`);
  });
});
