import { describe, expect, it } from 'vitest';
import { boundsOf, containsBox } from '#shared/board/geometry.ts';
import { indexBoard } from '#shared/board/index-board.ts';
import { layoutBoard } from '#shared/layout/layout-board.ts';
import { routeBoard } from '#shared/layout/route-board.ts';
import { boardFromTemplate } from '#shared/templates/board-from-template.ts';
import { TEMPLATES } from '#shared/templates/index.ts';
import { boxOf, membersOf, overlaps, throughBoxes, zoneOf } from './support.ts';

/** A zone inside a team may lie over the team's own centre; that alone does not make the team a member anybody sees. */
const HOLDERS: Readonly<Record<string, readonly string[]>> = { B2: ['mop'], O3: ['mop'] };

const boards = TEMPLATES.map((template) => ({ id: template.id, template, board: boardFromTemplate(template) }));

describe.each(boards)('template $id', ({ template, board }) => {
  it('LAYOUT-1 no two boxes overlap', () => {
    expect(overlaps(board)).toEqual([]);
  });

  it('LAYOUT-2 a container encloses what sits in it', () => {
    for (const element of board.elements.values()) {
      if (element.sitsIn !== null) expect(containsBox(boxOf(board, element.sitsIn), element), element.id).toBe(true);
    }
  });

  it('LAYOUT-3 a zone encloses its members and what sits in them, and nobody else', () => {
    const index = indexBoard(board);
    for (const { id, members } of template.zones) {
      const zone = zoneOf(board, id);
      const expected = new Set(members);
      for (const element of board.elements.values()) {
        if (index.ancestorsInside(element.id).some((container) => members.includes(container)))
          expected.add(element.id);
      }
      const inside = membersOf(board, zone).filter((member) => !HOLDERS[template.id]?.includes(member));
      expect(inside.sort(), id).toEqual([...expected].sort());
      for (const member of members) expect(containsBox(zone, boxOf(board, member)), `${id} ${member}`).toBe(true);
    }
  });

  it('LAYOUT-4 no line passes through a foreign box', () => {
    expect(throughBoxes(board, routeBoard(board))).toEqual([]);
  });

  it('LAYOUT-5 committees stand above everybody they have a line with', () => {
    for (const committee of [...board.elements.values()].filter(({ kind }) => kind === 'committee')) {
      for (const line of indexBoard(board).relationsOf(committee.id)) {
        const other = boxOf(board, line.from === committee.id ? line.to : line.from);
        const outside = template.zones.find(({ members }) => members.includes(committee.id));
        if (outside !== undefined && !outside.members.includes(other.id)) continue;
        expect(committee.y + committee.h, line.id).toBeLessThanOrEqual(other.y);
      }
    }
  });

  it('LAYOUT-6 in one column of platforms the foundation stands below the customer-near', () => {
    const platforms = [...board.elements.values()].filter(({ kind }) => kind === 'platform');
    for (const a of platforms) {
      for (const b of platforms) {
        const zoned = template.zones.some(({ members }) => members.includes(a.id) !== members.includes(b.id));
        if (zoned || a.x !== b.x || a.y >= b.y) continue;
        expect(Number(a.attributes['layer']), `${a.id} over ${b.id}`).toBeGreaterThanOrEqual(
          Number(b.attributes['layer']),
        );
      }
    }
  });

  it('LAYOUT-7 the whole is neither a ribbon nor a tower', () => {
    const all = boundsOf([...board.elements.values()]);
    const aspect = (all?.w ?? 0) / (all?.h ?? 1);
    expect(aspect).toBeGreaterThanOrEqual(0.8);
    expect(aspect).toBeLessThanOrEqual(3.2);
  });

  it('LAYOUT-8 the same board always comes out the same', () => {
    expect(boardFromTemplate(template)).toEqual(board);
    expect([...routeBoard(boardFromTemplate(template))]).toEqual([...routeBoard(board)]);
  });

  it('LAYOUT-9 tidying what is laid out already keeps zones and their members', () => {
    const { boxes } = layoutBoard(board);
    for (const zone of indexBoard(board).zones) {
      const now = { ...zone, ...boxes.get(zone.id) };
      for (const id of membersOf(board, zone)) {
        if (HOLDERS[template.id]?.includes(id)) continue;
        expect(containsBox(now, { ...boxOf(board, id), ...boxes.get(id) }), `${zone.id} ${id}`).toBe(true);
      }
    }
  });
});
