import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const TITLE = /\b(?:it|test)(?:\.each\([\s\S]*?\)|\.for\([\s\S]*?\))?\(\s*(['"`])((?:\\.|(?!\1)[\s\S])*)\1/g;
const ID = /^[A-Z][A-Z0-9]*(?:-[A-Z]+)*-\d+\b/;

export interface Title {
  readonly file: string;
  readonly title: string;
  /** The rule it begins with, or empty. */
  readonly rule: string;
}

/** Titles of all tests as they stand in the files; the test of the list itself is left out, it holds titles as texts. */
export const testTitles = (): readonly Title[] =>
  readdirSync('tests', { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.test\.tsx?$/.test(name) && !name.endsWith('spec.test.ts'))
    .sort()
    .flatMap((file) =>
      [...readFileSync(join('tests', file), 'utf8').matchAll(TITLE)].map((found) => {
        const title = found[2] ?? '';
        return { file, title, rule: ID.exec(title)?.[0] ?? '' };
      }),
    );

/** Rules of the test of the list. */
export const OWN_RULES = ['HOUSE-1', 'HOUSE-2', 'HOUSE-3', 'HOUSE-7'] as const;

/** Over the table of roles, phases and actions at the end of the list. */
export const RIGHTS_HEADING = 'Who may do what, by phase';

/** Rules as the list has them, with their words. */
export const listedRules = (spec: string): readonly (readonly [string, string])[] =>
  [...spec.matchAll(/^\| ([A-Z][A-Z0-9]*(?:-[A-Z]+)*-\d+) \| (.*) \|$/gm)].map(
    (found) => [found[1] ?? '', found[2] ?? ''] as const,
  );
