import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { cpus, loadavg, release, totalmem } from 'node:os';
import { benchBundle } from './bundle-bench.ts';
import { benchCanvas } from './canvas-bench.ts';
import { benchFiles } from './files-bench.ts';
import { benchImport } from './import-bench.ts';
import { benchImportPage } from './import-page-bench.ts';
import { benchLayout } from './layout-bench.ts';
import { benchPages } from './pages-bench.ts';
import { benchPeople } from './people-bench.ts';
import { benchSession } from './session-bench.ts';
import { printRows, type Row } from './support/table.ts';
import { benchSync } from './sync-bench.ts';

/**
 * `npm run bench [-- sync session people bundle pages canvas layout files import] [--quick] [--write]`: prints medians and ratios to peers measured in the same
 * run; `--write` puts them into `results.md`; `--minutes=2` shortens the session. Nothing here can fail because a machine is busy. Needs a build.
 */

const RESULTS = 'tests/bench/results.md';

const wanted = process.argv.slice(2).filter((arg) => !arg.startsWith('--'));
const quick = process.argv.includes('--quick');
const suites: Readonly<Record<string, () => Promise<Row[]> | Row[]>> = {
  bundle: benchBundle,
  canvas: () => benchCanvas(quick),
  layout: () => benchLayout(quick),
  files: () => benchFiles(quick),
  import: () => benchImport(quick),
  'import-page': () => benchImportPage(quick),
  pages: () => benchPages(quick),
  people: () => benchPeople(quick),
  session: () => benchSession(quick),
  sync: () => benchSync(quick),
};

const unknown = wanted.filter((name) => !(name in suites));
if (unknown.length > 0) {
  const choices = Object.keys(suites).join(', ');
  process.stderr.write(`There is no benchmark ${unknown.join(', ')}. Choose from: ${choices}.\n`);
  process.exit(1);
}

/** What a figure cannot be read without: the machine, what else it was doing, and which version was measured. */
function circumstances(): string {
  const commit = execFileSync('git', ['rev-parse', '--short', 'HEAD'], { encoding: 'utf8' }).trim();
  const date = new Date().toISOString().slice(0, 16).replace('T', ' ');
  const cpu = `${cpus().length} × ${cpus()[0]?.model ?? 'CPU'}`;
  const memory = `${(totalmem() / 2 ** 30).toFixed(0)} GiB`;
  const load = (loadavg()[0] ?? 0).toFixed(1);
  return `${date} UTC, version ${commit}, ${cpu}, ${memory}, Linux ${release()}, Node ${process.version}; load of the machine before: ${load}${quick ? '; quick: one short run' : ''}`;
}

/** Replaces the part of one benchmark; the rest of the file stays. */
function keep(name: string, text: string): void {
  const all = readFileSync(RESULTS, 'utf8');
  const [start, end] = [`<!-- ${name} -->`, `<!-- /${name} -->`];
  const [from, to] = [all.indexOf(start), all.indexOf(end)];
  if (from < 0 || to < from) throw new Error(`${RESULTS} has no part for ${name}.`);
  writeFileSync(RESULTS, `${all.slice(0, from + start.length)}\n\n${text}\n\n${all.slice(to)}`);
}

for (const [name, suite] of Object.entries(suites)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  const heading = circumstances();
  const text = `${heading}\n\n${printRows(await suite())}`;
  process.stdout.write(`\n${name}: ${text}\n`);
  if (process.argv.includes('--write')) keep(name, text);
}
process.exit(0);
