import { room } from './scenarios/room.ts';
import { startOrgora } from './support/servers.ts';
import { median, type Row, row } from './support/table.ts';

const SESSION_MINUTES = 120;

/**
 * 28 people in one board for a while, as in a working session: everybody points, a few change things. What two hours would
 * be is told from that: the share of a core stays what it is; memory grows by what the second half of the run added.
 */
export async function benchPeople(quick: boolean): Promise<Row[]> {
  const seconds = quick ? 15 : 60;
  const load = { people: 28, editors: 6, writes: 4, cursors: 8, seconds: seconds / 2 };
  const server = await startOrgora();
  const first = await room(server, load);
  const second = await room(server, load);
  await server.stop();
  const share = median([first.cpu, second.cpu]) * 10;
  const minutes = seconds / 2 / 60;
  const grown = Math.max(0, second.memory - first.memory) / minutes;
  return [
    row('28 people: share of one core', '%', [share], null, '≤ 40'),
    row('28 people: memory after the run', 'MB', [second.memory], null, '≤ 150'),
    row('the same: memory gained per minute', 'MB/min', [grown], null, '–'),
    row('two hours: server CPU in all', 's', [(share / 100) * SESSION_MINUTES * 60], null, '≤ 2880'),
  ];
}
