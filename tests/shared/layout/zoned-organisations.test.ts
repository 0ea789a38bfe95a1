import { describe, expect, it } from 'vitest';
import { boundsOf, boxesOverlap, containsBox } from '#shared/board/geometry.ts';
import { indexBoard } from '#shared/board/index-board.ts';
import { layoutBoard } from '#shared/layout/layout-board.ts';
import { routeBoard } from '#shared/layout/route-board.ts';
import { inZones, madeUpOrganisation } from '../../support/organisation.ts';
import { boxOf, overlaps, throughBoxes, withBoxes, zoneOf } from './support.ts';

const ways = [8, 20, 60, 150].flatMap((count) =>
  (['function', 'scope'] as const).flatMap((by) => (count < 100 ? [1, 2] : [1]).map((seed) => ({ count, by, seed }))),
);

describe.each(ways)('an organisation of $count in $by zones, seed $seed', ({ count, by, seed }) => {
  const { board: loose, zoneMembers } = inZones(madeUpOrganisation({ count, seed }), by);
  const board = withBoxes(loose, layoutBoard(loose, { zoneMembers }).boxes);

  it('LOOK-20 no two boxes overlap', () => {
    expect(overlaps(board)).toEqual([]);
  });

  it('LOOK-21 a zone encloses its members and nobody else, and no two zones overlap', () => {
    const zones = indexBoard(board).zones;
    for (const [id, members] of zoneMembers) {
      const zone = zoneOf(board, id);
      for (const one of board.elements.values())
        expect(members.includes(one.id) ? containsBox(zone, one) : !boxesOverlap(zone, one), `${id} ${one.id}`).toBe(
          true,
        );
      for (const other of zones)
        if (other.id !== id) expect(boxesOverlap(zone, other), `${id} ${other.id}`).toBe(false);
    }
  });

  it('LOOK-22 no line passes through a foreign box, and every line is drawn', () => {
    const routes = routeBoard(board);
    expect(throughBoxes(board, routes)).toEqual([]);
    expect([...routes.values()].filter(({ points }) => points.length < 2)).toEqual([]);
  });

  it('LOOK-24 the whole is no ribbon', () => {
    const all = boundsOf([...board.elements.values(), ...indexBoard(board).zones]);
    expect((all?.w ?? 0) / (all?.h ?? 1)).toBeLessThanOrEqual(7);
  });

  it('LOOK-23 it comes out the same again', () => {
    expect(withBoxes(loose, layoutBoard(loose, { zoneMembers }).boxes)).toEqual(board);
    expect(boundsOf(board.elements.values())?.w).toBeGreaterThan(boxOf(board, 'b0000').w);
  });
});
