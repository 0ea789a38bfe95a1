import { factsOf } from '#shared/board/board-facts.ts';
import { indexBoard } from '#shared/board/index-board.ts';
import type { AttributeValue, Board, BoardElement, Overlay } from '#shared/board/model.ts';
import { FRICTION_STATUS } from '#shared/overlays/friction.ts';
import { choiceLabel } from '#shared/vocabulary/attributes.ts';

const joined = (parts: readonly (string | false | undefined)[]): string =>
  parts.filter((part) => part !== false && part !== undefined && part !== '').join(' · ');

const codes = (value: AttributeValue | undefined): string => (Array.isArray(value) ? value.join(', ') : '');

/** What a row says of an element besides its name: function, size, seats, layer, and what stands out. */
export function elementFacts(board: Board, element: BoardElement): string {
  const { fn, fte, seats, layer, vacant, planned, scope } = element.attributes;
  const lent = factsOf(board, element.id).loads.reduce((sum, { share }) => sum + share, 0);
  return joined([
    typeof fn === 'string' && fn,
    codes(seats),
    layer !== undefined && choiceLabel('layer', layer),
    typeof scope === 'string' && choiceLabel('scope', scope),
    typeof fte === 'number' && `${fte} FTE`,
    vacant === true && 'Vacant',
    planned === true && 'Planned',
    lent > 0 && `${lent} % lent`,
    element.locked && 'Locked',
  ]);
}

/** The same for a zone, a tiger team or a friction marker. */
export function overlayFacts(board: Board, overlay: Overlay): string {
  if (overlay.kind === 'zone') return joined([choiceLabelOfZone(overlay.zone), overlay.wall && 'Silo']);
  if (overlay.kind === 'friction') return FRICTION_STATUS[overlay.status];
  const number = indexBoard(board).tigers.indexOf(overlay) + 1;
  const lent = Object.keys(overlay.members).length;
  return joined([
    `Team ${number}`,
    `${lent} ${lent === 1 ? 'member' : 'members'}`,
    overlay.end !== null && `ends W${overlay.end}`,
  ]);
}

const choiceLabelOfZone = (zone: string): string => zone.charAt(0).toUpperCase() + zone.slice(1);
