import type { FastifyRequest } from 'fastify';
import { mayOn } from '#shared/critique/standing.ts';
import { type Action, may } from '#shared/rights/may.ts';
import { hashSecret, isSecret } from '../seats/secrets.ts';
import type { Services } from '../services.ts';
import type { BoardListing, CouncilRecord, SeatRecord } from '../storage/storage.ts';
import { apiError } from './api-error.ts';

export const SESSION_COOKIE = 'orgora_session';

/** The session's secret, or `null`. */
export function sessionOf(request: FastifyRequest): string | null {
  const value = request.cookies[SESSION_COOKIE];
  return isSecret(value) ? value : null;
}

export interface Seated {
  readonly seat: SeatRecord;
  readonly council: CouncilRecord;
}

const NOT_NOW = 'This is not possible in this part of the session. Wait for its turn, or ask the convenor.';

/**
 * The caller's seat in a council, if it may do this there now.
 *
 * @param board the one it is about: in a session, presenters have more rights on their own
 * @throws ApiError
 */
export async function seated(
  services: Services,
  request: FastifyRequest,
  councilId: string,
  action: Action,
  board: string | null = null,
): Promise<Seated> {
  const session = sessionOf(request);
  if (session === null) throw apiError('no-seat');
  const council = await services.storage.council(councilId);
  const seat = council === null ? null : await services.storage.seatOf(hashSecret(session), council.id);
  if (council === null || seat === null) throw apiError('council-not-found');
  if (!mayOn(await services.standing(council), seat, board, action)) {
    if (!may(seat.role, 'open', action)) throw apiError('forbidden');
    throw council.phase === 'sealed' ? apiError('sealed') : apiError('session-refused', { reason: NOT_NOW });
  }
  return { seat, council };
}

/** A board of this council; deleted ones only when asked for. @throws ApiError */
export async function boardIn(
  services: Services,
  council: CouncilRecord,
  id: string,
  which: 'there' | 'deleted' = 'there',
): Promise<BoardListing> {
  const board = await services.storage.board(id);
  const fits = board !== null && board.council === council.id && (board.deletedAt === null) === (which === 'there');
  if (!fits) throw apiError('board-not-found');
  return board;
}
