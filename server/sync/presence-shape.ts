import { STATE_IDS } from '#shared/board/model.ts';
import { type Presence, type Presenting, REACTIONS, type Reaction } from '#shared/protocol/messages.ts';
import type { Mask, Rights } from './rights.ts';

const MAX_SELECTION = 500;
const MAX_ID = 64;

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isId = (value: unknown): value is string => typeof value === 'string' && value.length <= MAX_ID;
const isNumber = (value: unknown): value is number => typeof value === 'number' && Number.isFinite(value);

function point(value: unknown): Presence['cursor'] {
  if (!isRecord(value) || !isNumber(value['x']) || !isNumber(value['y'])) return null;
  return { x: value['x'], y: value['y'] };
}

function box(value: unknown): Presence['viewport'] {
  const corner = point(value);
  if (corner === null || !isRecord(value) || !isNumber(value['w']) || !isNumber(value['h'])) return null;
  return { ...corner, w: value['w'], h: value['h'] };
}

function drag(value: unknown): Presence['drag'] {
  if (!isRecord(value)) return null;
  const moved: Record<string, readonly [number, number]> = Object.create(null);
  for (const [id, at] of Object.entries(value)) {
    if (isId(id) && Array.isArray(at) && isNumber(at[0]) && isNumber(at[1])) moved[id] = [at[0], at[1]];
  }
  return moved;
}

function presenting(value: unknown): Presenting | null {
  if (!isRecord(value)) return null;
  const { frame, turn } = { frame: value['frame'], turn: value['turn'] };
  return isNumber(turn) ? { frame: isId(frame) ? frame : null, turn } : null;
}

function reaction(value: unknown): Reaction | null {
  if (!isRecord(value) || !Number.isSafeInteger(value['n'])) return null;
  const kind = REACTIONS.find((one) => one === value['kind']);
  return kind === undefined ? null : { kind, n: value['n'] as number };
}

const NOWHERE = { cursor: null, selection: [], editing: null, viewport: null, drag: null, following: null } as const;

/** What the others see of it. */
export function maskedPresence(presence: Presence, mask: Mask): Presence {
  if (mask === 'full') return presence;
  const { who, role } = presence.user;
  const user = { seat: '', alias: '', who, role };
  return mask === 'shape' ? { ...presence, user } : { user, ...NOWHERE };
}

/**
 * What a person may show of themselves, in the shape the others' pages rely on: anything else it sent is left out, so that
 * nobody's page meets presence it cannot draw.
 */
export function presenceOf(
  state: unknown,
  user: Presence['user'],
  rights: Pick<Rights, 'lead' | 'react'>,
): Presence | null {
  if (!isRecord(state)) return null;
  const selection = Array.isArray(state['selection']) ? state['selection'].filter(isId).slice(0, MAX_SELECTION) : [];
  const shown = STATE_IDS.find((id) => id === state['state'] && id !== 'now');
  // Who stands in front presents and points; the others only look.
  const leading = rights.lead ? presenting(state['presenting']) : null;
  const laser = rights.lead ? point(state['laser']) : null;
  const reacting = rights.react ? reaction(state['reaction']) : null;
  return {
    user,
    cursor: point(state['cursor']),
    selection,
    editing: isId(state['editing']) ? state['editing'] : null,
    viewport: box(state['viewport']),
    drag: drag(state['drag']),
    following: isNumber(state['following']) ? state['following'] : null,
    ...(shown === undefined ? {} : { state: shown }),
    ...(leading === null ? {} : { presenting: leading }),
    ...(laser === null ? {} : { laser }),
    ...(reacting === null ? {} : { reaction: reacting }),
  };
}
