import type { Id } from '../board/model.ts';
import { type Action, may } from '../rights/may.ts';
import type { Phase } from '../rights/phases.ts';
import type { Role } from '../rights/roles.ts';

/** What rights depend on besides the role: the phase, who presents which board, and who challenges now. */
export interface Standing {
  readonly phase: Phase;
  /** Whether a running order is in force: then presenters draw on their own boards only. */
  readonly running: boolean;
  /** Presenter's seat by board. */
  readonly owners: ReadonlyMap<Id, string>;
  /** Seats that challenge the board that is on. */
  readonly challengers: ReadonlySet<string>;
}

export const openStanding = (phase: Phase): Standing => ({
  phase,
  running: false,
  owners: new Map(),
  challengers: new Set(),
});

/**
 * The role a seat has on a board now. While a session runs a presenter is one on their own board and a respondent on every
 * other; a respondent whose turn it is to warn is a challenger.
 *
 * @param board `null` for what concerns the council as a whole
 */
export function roleOn(standing: Standing, seat: { readonly id: string; readonly role: Role }, board: Id | null): Role {
  if (!standing.running) return seat.role;
  if (seat.role === 'presenter' && board !== null && standing.owners.get(board) !== seat.id) {
    return standing.challengers.has(seat.id) ? 'challenger' : 'respondent';
  }
  if (seat.role === 'respondent' && standing.challengers.has(seat.id)) return 'challenger';
  return seat.role;
}

/** Whether a seat may do it on this board now. */
export const mayOn = (
  standing: Standing,
  seat: { readonly id: string; readonly role: Role },
  board: Id | null,
  action: Action,
): boolean => may(roleOn(standing, seat, board), standing.phase, action);
