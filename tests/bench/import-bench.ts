import { MessageChannel } from 'node:worker_threads';
import type { ImportDraft } from '#shared/import/import-types.ts';
import { draftOfSteps, type OpenedSource, openSourceSteps } from '#shared/import/read-source.ts';
import type { Steps } from '#shared/import/steps.ts';
import { boardFromDraft } from '#shared/import/to-board.ts';
import { type Row, row } from './support/table.ts';

/** Rows of a made-up company: six under each boss, ten columns, as a product would write them. */
function company(rows: number): Uint8Array {
  const titles = ['Analyst', 'Director', 'Web lead', 'Data steward', 'Campaign manager'];
  const departments = ['Marketing', 'Sales', 'IT', 'Finance', 'Something else'];
  const lines = ['Employee ID,Worker,Job Title,Manager ID,Work Email,Department,Location,FTE,Status,Phone'];
  for (let i = 1; i <= rows; i += 1) {
    const boss = i === 1 ? '' : String(Math.floor((i - 2) / 6) + 1);
    const cells = [
      String(i).padStart(6, '0'),
      `"Family${i}, Given${i % 977}"`,
      titles[i % 5],
      boss,
      `p${i}@example.com`,
    ];
    lines.push([...cells, departments[i % 5], `City ${i % 40}`, '1.0', 'active', '+40 700'].join(','));
  }
  return new TextEncoder().encode(lines.join('\r\n'));
}

/** Runs steps with a breath between them, as a page would; answers the longest time without one, in ms. */
async function breathing<T>(steps: Steps<T>): Promise<{ readonly value: T; readonly longest: number }> {
  const { port1, port2 } = new MessageChannel();
  let longest = 0;
  for (;;) {
    const start = performance.now();
    const step = steps.next();
    longest = Math.max(longest, performance.now() - start);
    if (step.done === true) {
      port1.close();
      return { value: step.value, longest };
    }
    const breath = new Promise((resolve) => port2.once('message', resolve));
    port1.postMessage(0);
    await breath;
  }
}

interface Run {
  readonly ms: number;
  /** Of the processor, in ms: what a machine that does other things besides does not change. */
  readonly cpu: number;
  readonly longest: number;
  readonly draft: ImportDraft;
}

async function importOnce(content: Uint8Array): Promise<Run> {
  const start = performance.now();
  const before = process.cpuUsage();
  const opened = await breathing<OpenedSource>(openSourceSteps({ name: 'people.csv', content }));
  const drafted = await breathing<ImportDraft>(draftOfSteps(opened.value));
  const longest = Math.max(opened.longest, drafted.longest);
  const { user, system } = process.cpuUsage(before);
  return { ms: performance.now() - start, cpu: (user + system) / 1000, longest, draft: drafted.value };
}

/**
 * A table of 50,000 people from bytes to a mended draft, and one of 10,000, the most a board holds, to a laid-out board. What
 * a worker would not answer in, were it asked to stop, is the longest step.
 */
export async function benchImport(quick: boolean): Promise<Row[]> {
  const large = company(50_000);
  const small = company(10_000);
  const runs: Run[] = [];
  const boards: number[] = [];
  for (let i = 0; i < (quick ? 1 : 3); i += 1) {
    runs.push(await importOnce(large));
    const { draft } = await importOnce(small);
    const start = performance.now();
    boardFromDraft(draft);
    boards.push(performance.now() - start);
  }
  return [
    row(
      '50,000 rows: bytes to draft',
      'ms',
      runs.map((run) => run.ms),
      null,
      '≤ 2000',
    ),
    row(
      'the same: CPU',
      'ms',
      runs.map((run) => run.cpu),
      null,
      '≤ 2000',
    ),
    row(
      'the same: longest step',
      'ms',
      runs.map((run) => run.longest),
      null,
      '–',
    ),
    row('10,000 boxes: draft to laid-out board', 'ms', boards, null, '–'),
  ];
}
