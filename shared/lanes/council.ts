import type * as Y from 'yjs';
import type { PublicSession } from '../critique/public.ts';
import type { BoardSummary } from '../protocol/api.ts';
import { PHASES, type Phase } from '../rights/may.ts';

/** What the lane `council/<id>` tells everybody in a council, live. Written by the server alone. */
export interface CouncilLane {
  readonly title: string;
  readonly phase: Phase;
  readonly alone: boolean;
  /** Boards that are not deleted, by order. */
  readonly boards: readonly BoardSummary[];
  /** The critique session that is planned, runs or has ended; `null`: none. */
  readonly session: PublicSession | null;
}

const FACTS = 'council';
const BOARDS = 'boards';
/** One entry for each part of the session, so that a raised hand does not send the agenda anew. */
const SESSION = 'session';

const text = (value: unknown): string => (typeof value === 'string' ? value : '');

function summary(id: string, value: unknown): BoardSummary {
  const found = (typeof value === 'object' && value !== null ? value : {}) as Readonly<Record<string, unknown>>;
  return {
    id,
    title: text(found['title']),
    order: text(found['order']),
    changedAt: text(found['changedAt']),
    version: typeof found['version'] === 'number' ? found['version'] : 0,
  };
}

/** Reads the lane's document; one that has not arrived yet reads as an empty council. */
export function readCouncilLane(doc: Y.Doc): CouncilLane {
  const facts = doc.getMap<unknown>(FACTS);
  const boards = [...doc.getMap<unknown>(BOARDS).entries()].map(([id, value]) => summary(id, value));
  boards.sort((a, b) => (a.order < b.order ? -1 : a.order > b.order ? 1 : a.id < b.id ? -1 : 1));
  return {
    title: text(facts.get('title')),
    phase: PHASES.find((phase) => phase === facts.get('phase')) ?? 'open',
    alone: facts.get('alone') === true,
    boards,
    session: readSession(doc),
  };
}

function readSession(doc: Y.Doc): PublicSession | null {
  const parts = doc.getMap<unknown>(SESSION);
  return parts.has('rules') ? (Object.fromEntries(parts.entries()) as unknown as PublicSession) : null;
}

function writeSession(doc: Y.Doc, session: PublicSession | null): void {
  const parts = doc.getMap<unknown>(SESSION);
  if (session === null) {
    parts.clear();
    return;
  }
  for (const [key, value] of Object.entries(session)) {
    if (!parts.has(key) || JSON.stringify(parts.get(key)) !== JSON.stringify(value)) parts.set(key, value);
  }
}

/** Brings the lane's document to this, touching only what differs. */
export function writeCouncilLane(doc: Y.Doc, lane: CouncilLane): void {
  const facts = doc.getMap<unknown>(FACTS);
  const wanted = { title: lane.title, phase: lane.phase, alone: lane.alone };
  for (const [key, value] of Object.entries(wanted)) if (facts.get(key) !== value) facts.set(key, value);
  const boards = doc.getMap<unknown>(BOARDS);
  const known = new Map(readCouncilLane(doc).boards.map((board) => [board.id, board]));
  for (const { id, title, order, changedAt, version } of lane.boards) {
    const old = known.get(id);
    known.delete(id);
    const same = old?.title === title && old.order === order && old.changedAt === changedAt && old.version === version;
    if (!same) boards.set(id, { title, order, changedAt, version });
  }
  for (const id of known.keys()) boards.delete(id);
  writeSession(doc, lane.session);
}
