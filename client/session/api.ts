import type { Command } from '#shared/critique/commands.ts';
import type { Digest } from '#shared/critique/digest.ts';
import type { Mapping } from '#shared/critique/ending.ts';
import type { ConvenorPart, MyPart, People } from '#shared/critique/public.ts';
import type { Recap } from '#shared/critique/recap/recap.ts';
import type {
  BoardSummary,
  Council,
  ErrorBody,
  History,
  Link,
  Me,
  NewLink,
  Seat,
  Version,
} from '#shared/protocol/api.ts';
import type { Finding } from '#shared/redaction/lint.ts';
import type { Role, SeatRole } from '#shared/rights/roles.ts';

/** A refusal or a lost line, with the one sentence that people read. */
export class ApiError extends Error {
  readonly code: string;
  /** HTTP status, or 0 when the server could not be reached. */
  readonly status: number;

  constructor(code: string, sentence: string, status: number) {
    super(sentence);
    this.code = code;
    this.status = status;
  }
}

async function ask(method: string, path: string, body?: unknown): Promise<Response> {
  let response: Response;
  try {
    response = await fetch(path, {
      method,
      credentials: 'same-origin',
      ...(body === undefined ? {} : { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
    });
  } catch {
    throw new ApiError('offline', 'The server cannot be reached. Check the line, then try again.', 0);
  }
  if (response.ok) return response;
  const problem = (await response.json().catch(() => null)) as ErrorBody | null;
  throw new ApiError(
    problem?.error ?? 'unknown',
    problem?.sentence ?? `The server answered ${response.status}. Try again in a moment.`,
    response.status,
  );
}

const json = async <T>(method: string, path: string, body?: unknown): Promise<T> =>
  (await (await ask(method, path, body)).json()) as T;
const done = async (method: string, path: string): Promise<void> => {
  await ask(method, path);
};

const council = (id: string): string => `/api/councils/${encodeURIComponent(id)}`;
const board = (id: string, boardId: string): string => `${council(id)}/boards/${encodeURIComponent(boardId)}`;

/** The HTTP API of `shared/protocol/api.ts`. Every call throws `ApiError` with a sentence. */
export const api = {
  me: () => json<Me>('GET', '/api/me'),
  createCouncil: (body: { title?: string; alone?: boolean; createKey?: string }) =>
    json<Council>('POST', '/api/councils', body),
  join: (secret: string) => json<{ councilId: string }>('POST', '/api/join', { secret }),
  council: (id: string) => json<Council>('GET', council(id)),
  renameCouncil: (id: string, title: string) => json<Council>('PATCH', council(id), { title }),
  deleteCouncil: (id: string) => done('DELETE', council(id)),
  createBoard: (id: string, body: { title?: string; file?: unknown }) =>
    json<BoardSummary>('POST', `${council(id)}/boards`, body),
  renameBoard: (id: string, boardId: string, title: string) =>
    json<BoardSummary>('PATCH', board(id, boardId), { title }),
  duplicateBoard: (id: string, boardId: string) => json<BoardSummary>('POST', `${board(id, boardId)}/duplicate`, {}),
  deleteBoard: (id: string, boardId: string) => done('DELETE', board(id, boardId)),
  restoreBoard: (id: string, boardId: string) => json<BoardSummary>('POST', `${board(id, boardId)}/restore`, {}),
  boardState: async (id: string, boardId: string) =>
    new Uint8Array(await (await ask('GET', `${board(id, boardId)}/state`)).arrayBuffer()),
  history: (id: string, boardId: string) => json<History>('GET', `${board(id, boardId)}/history`),
  historyUpdates: async (id: string, boardId: string, from: number) =>
    new Uint8Array(await (await ask('GET', `${board(id, boardId)}/history/updates?from=${from}`)).arrayBuffer()),
  nameVersion: (id: string, boardId: string, title: string) =>
    json<Version>('POST', `${board(id, boardId)}/history/versions`, { title }),
  renameVersion: (id: string, boardId: string, version: string, title: string) =>
    json<Version>('PATCH', `${board(id, boardId)}/history/versions/${encodeURIComponent(version)}`, { title }),
  deleteVersion: (id: string, boardId: string, version: string) =>
    done('DELETE', `${board(id, boardId)}/history/versions/${encodeURIComponent(version)}`),
  command: (id: string, command: Command) => json<MyPart>('POST', `${council(id)}/commands`, command),
  digest: (id: string, boardId: string) =>
    json<Digest>('GET', `${council(id)}/session/digest?board=${encodeURIComponent(boardId)}`),
  recap: (id: string) => json<Recap>('GET', `${council(id)}/session/recap`),
  people: (id: string) => json<People>('GET', `${council(id)}/session/people`),
  mine: (id: string) => json<MyPart>('GET', `${council(id)}/session/mine`),
  links: (id: string) => json<Link[]>('GET', `${council(id)}/links`),
  createLink: (id: string, role: Role) => json<NewLink>('POST', `${council(id)}/links`, { role }),
  deleteLink: (id: string, link: string) => done('DELETE', `${council(id)}/links/${encodeURIComponent(link)}`),
  seats: (id: string) => json<Seat[]>('GET', `${council(id)}/seats`),
  setRole: (id: string, seat: string, role: SeatRole) =>
    json<Seat>('PATCH', `${council(id)}/seats/${encodeURIComponent(seat)}`, { role }),
  seatKey: (id: string, seat: string) =>
    json<{ secret: string }>('POST', `${council(id)}/seats/${encodeURIComponent(seat)}/key`, {}),
  plan: (id: string) => json<ConvenorPart>('GET', `${council(id)}/session/plan`),
  names: (id: string, boardId: string) => json<{ findings: readonly Finding[] }>('GET', `${board(id, boardId)}/names`),
  openMapping: (id: string, passphrase: string) =>
    json<{ mapping: Mapping }>('POST', `${council(id)}/session/mapping`, { passphrase }),
  setDeleteAt: (id: string, deleteAt: string) => json<Council>('PATCH', council(id), { deleteAt }),
  deleteSeat: (id: string, seat: string) => done('DELETE', `${council(id)}/seats/${encodeURIComponent(seat)}`),
};
