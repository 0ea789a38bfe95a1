import { readFileSync, writeFileSync } from 'node:fs';
import { rightsTable } from './support/rights-table.ts';
import { listedRules, OWN_RULES, RIGHTS_HEADING, testTitles } from './support/spec-titles.ts';

/**
 * Brings `tests/SPEC.md` and the titles of the tests together: new rules are added in the words of their first title, rules
 * that no test holds any more are taken out, and words that stand in the list stay as they are.
 */

const FILE = 'tests/SPEC.md';
const before = readFileSync(FILE, 'utf8');
const words = new Map<string, string>();

const sentence = (title: string, rule: string): string => {
  const text = title
    .slice(rule.length)
    .replace(/^[: ]+/, '')
    .replaceAll("\\'", '’')
    .replaceAll(/,? ?(?:\$\{[^}]*\}|\$\w+|%[sdifjo])/g, '')
    .replaceAll(/\s+/g, ' ')
    .replaceAll('|', '/')
    .trim();
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
};

for (const { title, rule } of testTitles()) if (rule !== '' && !words.has(rule)) words.set(rule, sentence(title, rule));
for (const [rule, text] of listedRules(before)) {
  if (words.has(rule) || (OWN_RULES as readonly string[]).includes(rule)) words.set(rule, text);
}

/** Headings by the group of rules under them, as they stand. */
const headings = new Map<string, string>();
let heading = '';
for (const line of before.split('\n')) {
  if (line.startsWith('## ')) heading = line.slice(3);
  const group = /^\| ([A-Z][A-Z0-9]*(?:-[A-Z]+)*)-\d+ \|/.exec(line)?.[1];
  if (group !== undefined && !headings.has(group)) headings.set(group, heading);
}

const groups = new Map<string, [number, string][]>([...headings.keys()].map((group) => [group, []]));
for (const rule of words.keys()) {
  const cut = rule.lastIndexOf('-');
  const group = rule.slice(0, cut);
  groups.set(group, [...(groups.get(group) ?? []), [Number(rule.slice(cut + 1)), rule]]);
}

const intro = before.slice(0, before.indexOf('\n## '));
const sections = [...groups]
  .filter(([, rules]) => rules.length > 0)
  .map(([group, rules]) => {
    const rows = rules.sort((a, b) => a[0] - b[0]).map(([, rule]) => `| ${rule} | ${words.get(rule) ?? ''} |`);
    return `\n## ${headings.get(group) ?? group}\n\n| Rule | Says |\n| --- | --- |\n${rows.join('\n')}\n`;
  });
writeFileSync(FILE, `${intro}${sections.join('')}\n## ${RIGHTS_HEADING}\n\n${rightsTable()}\n`);
process.stdout.write(`${words.size} rules\n`);
