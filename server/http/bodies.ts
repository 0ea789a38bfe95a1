import { z } from 'zod';
import { SEAT_ROLES } from '#shared/rights/roles.ts';
import { apiError } from './api-error.ts';

const title = z.string().trim().max(200);

/** What requests may hold; anything else is left out. */
export const BODIES = {
  createCouncil: z.object({
    title: title.optional(),
    alone: z.boolean().optional(),
    createKey: z.string().max(500).optional(),
  }),
  join: z.object({ secret: z.string().max(100) }),
  rename: z.object({ title: title.min(1) }),
  changeCouncil: z.object({ title: title.min(1).optional(), deleteAt: z.iso.datetime({ offset: true }).optional() }),
  changeSeat: z.object({ role: z.enum(SEAT_ROLES) }),
  createBoard: z.object({ title: title.optional(), file: z.unknown().optional() }),
  duplicate: z.object({ title: title.optional() }),
  version: z.object({ title: title.min(1) }),
  createLink: z.object({ role: z.enum(SEAT_ROLES) }),
  ticket: z.object({ board: z.string().max(40) }),
} as const;

/** @throws ApiError with the first thing that does not fit */
export function body<T>(schema: z.ZodType<T>, value: unknown): T {
  const parsed = schema.safeParse(value ?? {});
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  const where = issue?.path.join('.') ?? '';
  throw apiError('bad-request', {
    reason: `${where === '' ? 'the body' : where} ${issue?.message.toLowerCase() ?? 'does not fit'}`,
  });
}
