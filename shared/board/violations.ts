import { RELATIONS } from '../relations/index.ts';
import { FARTHEST, LARGEST_SIDE, LEAST_SIDE } from './geometry.ts';
import { type Board, type Box, type Id, reportsId } from './model.ts';
import { isOrder } from './order.ts';

/**
 * Everything that is wrong with a board, one sentence each. Written without `repair.ts`, straight from the rules, to check it:
 * slower, and of no use outside tests and tools.
 */
export function violations(board: Board): string[] {
  return [
    ...idViolations(board),
    ...elementViolations(board),
    ...relationViolations(board),
    ...overlayViolations(board),
    ...[...board.frames.values()].flatMap((frame) => [...boxViolations(frame.id, frame), ...orderViolation(frame)]),
    ...[...board.prompts.values()].flatMap(orderViolation),
  ];
}

const orderViolation = (item: { readonly id: Id; readonly order: string }): string[] =>
  isOrder(item.order) ? [] : [`${item.id} has no valid order key.`];

function boxViolations(id: Id, box: Box): string[] {
  const found: string[] = [];
  for (const value of [box.x, box.y]) {
    if (!Number.isFinite(value) || Math.abs(value) > FARTHEST) found.push(`${id} lies at ${value}.`);
  }
  for (const value of [box.w, box.h]) {
    if (!Number.isFinite(value) || value < LEAST_SIDE || value > LARGEST_SIDE)
      found.push(`${id} has a side of ${value}.`);
  }
  return found;
}

function idViolations(board: Board): string[] {
  const found: string[] = [];
  const seen = new Set<Id>();
  for (const table of [board.elements, board.relations, board.overlays, board.frames, board.prompts]) {
    let before = '';
    for (const [id, item] of table as ReadonlyMap<Id, { readonly id: Id }>) {
      if (item.id !== id) found.push(`${id} holds something that calls itself ${item.id}.`);
      if (seen.has(id)) found.push(`${id} is there twice.`);
      if (id < before) found.push(`${id} comes after ${before}.`);
      if (!Object.isFrozen(item)) found.push(`${id} is not frozen.`);
      seen.add(id);
      before = id;
    }
  }
  return found;
}

/** Whether following `next` from an id comes back to it. */
function comesBack(start: Id, next: (id: Id) => Id | null): boolean {
  const seen = new Set<Id>();
  for (let at = next(start); at !== null && !seen.has(at); at = next(at)) {
    if (at === start) return true;
    seen.add(at);
  }
  return false;
}

function elementViolations(board: Board): string[] {
  const container = (id: Id): Id | null => board.elements.get(id)?.sitsIn ?? null;
  return [...board.elements.values()].flatMap((element) => [
    ...boxViolations(element.id, element),
    ...orderViolation(element),
    ...(element.sitsIn !== null && !board.elements.has(element.sitsIn)
      ? [`${element.id} sits in ${element.sitsIn}, which does not exist.`]
      : []),
    ...(comesBack(element.id, container) ? [`${element.id} sits in itself through others.`] : []),
  ]);
}

function relationViolations(board: Board): string[] {
  const found: string[] = [];
  const bosses = new Map<Id, Id>();
  for (const line of board.relations.values()) {
    const from = board.elements.get(line.from);
    const to = board.elements.get(line.to);
    if (from === undefined || to === undefined) {
      found.push(`${line.id} hangs in the air.`);
      continue;
    }
    const reason = RELATIONS[line.kind].refuse(from, to, line.attributes);
    if (reason !== null) found.push(`${line.id} may not be: ${reason}`);
    if (line.kind !== 'reports') continue;
    if (line.id !== reportsId(line.from)) found.push(`${line.id} is a reporting line of ${line.from}.`);
    if (bosses.has(line.from)) found.push(`${line.from} has two bosses.`);
    bosses.set(line.from, line.to);
  }
  for (const id of bosses.keys()) {
    if (comesBack(id, (at) => bosses.get(at) ?? null)) found.push(`${id} reports to itself through others.`);
  }
  return found;
}

function overlayViolations(board: Board): string[] {
  const found: string[] = [];
  for (const overlay of board.overlays.values()) {
    if (overlay.kind === 'zone') found.push(...boxViolations(overlay.id, overlay), ...orderViolation(overlay));
    else if (overlay.kind === 'tiger') {
      found.push(...orderViolation(overlay));
      for (const [id, share] of Object.entries(overlay.members)) {
        if (!board.elements.has(id)) found.push(`${overlay.id} lends ${id}, which does not exist.`);
        if (!(share >= 0 && share <= 100)) found.push(`${overlay.id} lends ${share} % of ${id}.`);
      }
      if (overlay.lead !== '' && !board.elements.has(overlay.lead)) found.push(`${overlay.id} is led by nobody.`);
    } else {
      for (const id of overlay.on) {
        const target = board.elements.get(id) ?? board.relations.get(id) ?? board.overlays.get(id);
        if (target === undefined || target.kind === 'friction') found.push(`${overlay.id} stands on ${id}: nothing.`);
      }
      if (!(Math.abs(overlay.at.x) <= FARTHEST && Math.abs(overlay.at.y) <= FARTHEST)) {
        found.push(`${overlay.id} has no place.`);
      }
    }
  }
  return found;
}
