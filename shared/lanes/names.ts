/** Names of the rooms on the wire. The board lane is written by editors; the other two by the server alone. */
export const LANES = ['board', 'council', 'critique'] as const;
export type Lane = (typeof LANES)[number];

export interface RoomName {
  readonly lane: Lane;
  readonly id: string;
}

/** Reads `board/<id>`; `null` when it is not a room's name. */
export function parseRoom(name: string): RoomName | null {
  const match = /^(board|council|critique)\/([A-Za-z0-9_-]{8,40})$/.exec(name);
  return match ? { lane: match[1] as Lane, id: match[2] as string } : null;
}

export const roomName = (lane: Lane, id: string): string => `${lane}/${id}`;
