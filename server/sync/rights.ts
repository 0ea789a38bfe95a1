import { mayOn, roleOn, type Standing } from '#shared/critique/standing.ts';
import type { RoomName } from '#shared/lanes/names.ts';
import type { Action, Phase } from '#shared/rights/may.ts';
import type { CouncilRecord, SeatRecord } from '../storage/storage.ts';

/**
 * How much of somebody the others see. `full`: alias and all they show. `shape`: a colour and a shape instead of the alias.
 * `hidden`: that a shape is here, and nothing of where it looks.
 */
export type Mask = 'full' | 'shape' | 'hidden';

/** What a connection may do in its room. */
export interface Rights {
  /** May change the board. */
  readonly edit: boolean;
  readonly editLocked: boolean;
  readonly showPresence: boolean;
  /** May present and point with a laser. */
  readonly lead: boolean;
  readonly react: boolean;
  readonly mask: Mask;
}

/** What a seat may do in a room now; `null`: not even look. */
export type RightsIn = (
  seat: SeatRecord,
  council: CouncilRecord,
  room: RoomName,
) => Rights | null | Promise<Rights | null>;

/** Where somebody looks tells what they write, or what they vote for. */
const SILENT: ReadonlySet<Phase> = new Set(['ahead', 'read', 'vote']);

/**
 * Who presents here and who convenes is known. In a session everybody else is a shape, and in silence not even that shows where
 * it looks. After the end only the convenor is known.
 */
function maskOf(standing: Standing, role: ReturnType<typeof roleOn>): Mask {
  if (role === 'convenor') return 'full';
  if (standing.phase === 'sealed') return 'shape';
  if (!standing.running || role === 'presenter') return 'full';
  return SILENT.has(standing.phase) ? 'hidden' : 'shape';
}

/** The rights of a seat in a room, as a session stands. */
export function rightsFrom(standing: Standing, seat: SeatRecord, room: RoomName): Rights | null {
  const board = room.lane === 'council' ? null : room.id;
  const allowed = (action: Action): boolean => mayOn(standing, seat, board, action);
  if (!allowed(room.lane === 'council' ? 'council.read' : 'board.read')) return null;
  const role = roleOn(standing, seat, board);
  return {
    edit: room.lane === 'board' && allowed('board.edit'),
    editLocked: allowed('board.edit-locked'),
    showPresence: allowed('presence.show'),
    lead: role === 'convenor' || role === 'presenter',
    react: allowed('react'),
    mask: maskOf(standing, role),
  };
}

/** Whether a connection can go on with these instead: what it shows may change under way, what it writes may not. */
export const sameAccess = (a: Rights, b: Rights): boolean =>
  a.edit === b.edit && a.editLocked === b.editLocked && a.showPresence === b.showPresence;
