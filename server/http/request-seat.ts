import type { FastifyRequest } from 'fastify';
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

/** The caller's seat in a council, if it may do this there. @throws ApiError */
export async function seated(
  services: Services,
  request: FastifyRequest,
  councilId: string,
  action: Action,
): Promise<Seated> {
  const session = sessionOf(request);
  if (session === null) throw apiError('no-seat');
  const council = await services.storage.council(councilId);
  const seat = council === null ? null : await services.storage.seatOf(hashSecret(session), council.id);
  if (council === null || seat === null) throw apiError('council-not-found');
  if (!may(seat.role, council.phase, action)) {
    throw may(seat.role, 'open', action) ? apiError('sealed') : apiError('forbidden');
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
