import { critique, percentile } from './scenarios/critique.ts';
import { startOrgora } from './support/servers.ts';
import { type Row, row } from './support/table.ts';

const MINUTES = 5;

/** `--minutes=2`, or how long it takes without. */
function minutes(quick: boolean): number {
  const asked = process.argv.find((arg) => arg.startsWith('--minutes='))?.slice('--minutes='.length);
  return asked === undefined ? (quick ? 0.5 : MINUTES) : Number(asked);
}

/** A critique session of 30 seats on 8 boards, beside nothing: there is no peer that withholds. */
export async function benchSession(quick: boolean): Promise<Row[]> {
  const server = await startOrgora();
  const figures = await critique(server, minutes(quick) * 60).finally(() => server.stop());
  const { took, seen, reveals } = figures;
  const one = (what: string, unit: string, value: number, bar: string): Row => row(what, unit, [value], null, bar);
  return [
    one('30 seats, 8 boards: commands', 'in all', figures.commands, '–'),
    one('a command answered, p50', 'ms', percentile(took, 0.5), '≤ 50'),
    one('a command answered, p95', 'ms', percentile(took, 0.95), '≤ 150'),
    one('a command answered, p99', 'ms', percentile(took, 0.99), '≤ 400'),
    one('a comment read by others, p50', 'ms', percentile(seen, 0.5), '≤ 80'),
    one('a comment read by others, p95', 'ms', percentile(seen, 0.95), '≤ 200'),
    one('a comment read by others, p99', 'ms', percentile(seen, 0.99), '≤ 500'),
    one('all that was held read by others, longest', 'ms', Math.max(...reveals), '≤ 500'),
    one('server CPU: share of one core', '%', figures.cpu, '≤ 40'),
    one('memory at the end', 'MB', figures.memory, '≤ 200'),
    one('sent to one seat', 'KB/s', figures.bytes / 1024, '–'),
  ];
}
