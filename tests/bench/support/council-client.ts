import { Agent, request } from 'node:http';
import { benchBoard } from './bench-board.ts';

export class RefusedError extends Error {
  override readonly name = 'RefusedError';
  readonly status: number;

  constructor(status: number, message: string) {
    super(message);
    this.status = status;
  }
}

/** Somebody with a seat: their cookie, and what they are. */
export interface BenchSeat {
  readonly cookie: string;
  readonly seat: string;
  readonly role: string;
}

export interface BenchCouncil {
  readonly id: string;
  readonly boards: readonly string[];
  readonly seats: readonly BenchSeat[];
  /** Sends a command; answers how long the server took, in ms. @throws Error when it is refused */
  tell(who: BenchSeat, command: object): Promise<number>;
  close(): void;
}

/** A council with so many seats of each role and boards, in a server that runs. The first seat is the convenor's. */
export async function benchCouncil(
  origin: string,
  roles: readonly (readonly [role: string, count: number])[],
  boardCount: number,
  elements: number,
): Promise<BenchCouncil> {
  const agent = new Agent({ keepAlive: true, maxSockets: 64 });
  const ask = (method: string, path: string, cookie: string, body?: object) =>
    new Promise<{ readonly json: unknown; readonly cookie: string }>((done, failed) => {
      const data = body === undefined ? undefined : Buffer.from(JSON.stringify(body));
      const sent = request(
        `${origin}${path}`,
        {
          method,
          agent,
          headers: {
            origin,
            ...(cookie === '' ? {} : { cookie }),
            ...(data === undefined ? {} : { 'content-type': 'application/json', 'content-length': data.length }),
          },
        },
        (answer) => {
          const parts: Buffer[] = [];
          answer.on('data', (part: Buffer) => parts.push(part));
          answer.on('error', failed);
          answer.on('end', () => {
            const text = Buffer.concat(parts).toString();
            if ((answer.statusCode ?? 500) >= 400)
              failed(new RefusedError(answer.statusCode ?? 500, `${path}: ${answer.statusCode} ${text}`));
            else done({ json: JSON.parse(text), cookie: answer.headers['set-cookie']?.[0]?.split(';')[0] ?? cookie });
          });
        },
      );
      sent.on('error', failed);
      sent.end(data);
    });
  const created = await ask('POST', '/api/councils', '', { title: 'Bench' });
  const { id, seat } = created.json as { id: string; seat: string };
  const convenor: BenchSeat = { cookie: created.cookie, seat, role: 'convenor' };
  const seats: BenchSeat[] = [convenor];
  for (const [role, count] of roles) {
    const link = await ask('POST', `/api/councils/${id}/links`, convenor.cookie, { role });
    for (let n = 0; n < count; n += 1) {
      const { cookie } = await ask('POST', '/api/join', '', { secret: (link.json as { secret: string }).secret });
      const council = (await ask('GET', `/api/councils/${id}`, cookie)).json as { seat: string };
      seats.push({ cookie, seat: council.seat, role });
    }
  }
  const boards: string[] = [];
  for (let n = 0; n < boardCount; n += 1) {
    const file = { format: 'orgora-board', version: 1, board: benchBoard(elements) };
    const made = await ask('POST', `/api/councils/${id}/boards`, convenor.cookie, { title: `Board ${n + 1}`, file });
    boards.push((made.json as { id: string }).id);
  }
  return {
    id,
    boards,
    seats,
    async tell(who, command) {
      const start = performance.now();
      await ask('POST', `/api/councils/${id}/commands`, who.cookie, command);
      return performance.now() - start;
    },
    close: () => agent.destroy(),
  };
}
