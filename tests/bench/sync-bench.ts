import { killed } from './scenarios/killed.ts';
import { manyRooms } from './scenarios/many-rooms.ts';
import { type RoomFigures, room } from './scenarios/room.ts';
import { stalledReader } from './scenarios/stalled-reader.ts';
import { type StormFigures, storm } from './scenarios/storm.ts';
import {
  type MeasuredServer,
  type StartServer,
  startOrgora,
  startPeer,
  startPeerWithLevel,
} from './support/servers.ts';
import { type Row, row } from './support/table.ts';

/** The sync table: ours with durability on, beside y-websocket-server, turn about in the same run. */

async function withServer<T>(start: StartServer, use: (server: MeasuredServer) => Promise<T>): Promise<T> {
  const server = await start();
  try {
    return await use(server);
  } finally {
    await server.stop();
  }
}

/** Runs ours, then each peer, then all again: what else the machine does meets them all alike. */
async function inTurn<T>(
  runs: number,
  starts: readonly StartServer[],
  use: (server: MeasuredServer) => Promise<T>,
): Promise<T[][]> {
  const results: T[][] = starts.map(() => []);
  for (let run = 0; run < runs; run += 1) {
    for (const [i, start] of starts.entries()) results[i]?.push(await withServer(start, use));
  }
  return results;
}

const pick = <T>(figures: readonly T[] | undefined, key: keyof T): number[] =>
  (figures ?? []).map((figure) => Number(figure[key]));

/** Measures everything; `quick` does one short run instead of three long ones. */
export async function benchSync(quick: boolean): Promise<Row[]> {
  const runs = quick ? 1 : 3;
  const seconds = quick ? 4 : 10;
  const both = [startOrgora, startPeer];
  const lively = { people: 30, editors: 8, writes: 20, cursors: 10, seconds };

  const rooms = await inTurn<RoomFigures>(runs, [...both, startPeerWithLevel], (server) => room(server, lively));
  const storms = await inTurn<StormFigures>(runs, both, (server) => storm(server));
  const many = await inTurn(runs, both, (server) => manyRooms(server, seconds));
  const stalled: number[][] = [[], []];
  for (let run = 0; run < runs; run += 1) {
    for (const [i, start] of both.entries()) stalled[i]?.push(await stalledReader(start, seconds));
  }
  const kept = await inTurn(quick ? 2 : 10, [startOrgora], killed);
  const peerKept = await inTurn(1, [startPeer], killed);

  const [ours, memory, level] = rooms;
  return [
    row('30 people, 8 drag: server CPU', 's of 10', pick(ours, 'cpu'), pick(memory, 'cpu'), '≤ 0.6 ×'),
    row('the same: frames received', '1/s', pick(ours, 'frames'), pick(memory, 'frames'), '≤ 0.25 ×'),
    row('the same: edit seen, p50', 'ms', pick(ours, 'p50'), pick(memory, 'p50'), '–'),
    row('the same: edit seen, p99, peer with LevelDB', 'ms', pick(ours, 'p99'), pick(level, 'p99'), '≤ 1 ×'),
    row('the same: server CPU, peer with LevelDB', 's of 10', pick(ours, 'cpu'), pick(level, 'cpu'), '–'),
    row('the same: memory', 'MB', pick(ours, 'memory'), pick(memory, 'memory'), '–'),
    row('30 join a board of 2,000 at once', 'ms', pick(storms[0], 'took'), pick(storms[1], 'took'), '≤ 0.15 ×'),
    row('the same: server CPU', 's', pick(storms[0], 'cpu'), pick(storms[1], 'cpu'), '–'),
    row('100 boards × 5: CPU of one core', '%', many[0] ?? [], many[1] ?? null, '≤ 0.9 ×'),
    row('one stalled reader: extra memory', 'MB', stalled[0] ?? [], stalled[1] ?? null, '≤ 2 MB'),
    row('kill -9 at once after 200 edits: kept', 'edits', kept[0] ?? [], peerKept[0] ?? null, '200, ten times'),
  ];
}
