import { hiddenByFold } from '../board/folded.ts';
import { indexBoard } from '../board/index-board.ts';
import type { Board, Box, Id } from '../board/model.ts';
import { measureText } from '../drawing/measure-text.ts';

const HEADER = { x: 8, y: 8, h: 22, size: 13, more: 76 } as const;
/** Full-time equivalents at the right of a header. */
const FACTS = { w: 44, right: 10 } as const;
const ROUND_HEADER = { y: 18, h: 24, more: 60 } as const;
const TITLE = { x: 10, y: 8, h: 14, size: 11, tracking: 0.1 } as const;

/** Where containers and zones have their names: lines go round them where they can. */
export function wordsOf(board: Board, boxes?: ReadonlyMap<Id, Box>): readonly Box[] {
  const index = indexBoard(board);
  const folded = hiddenByFold(board);
  const out: Box[] = [];
  for (const element of board.elements.values()) {
    if (index.contentsOf(element.id).length === 0 || folded.has(element.id)) continue;
    const box = boxes?.get(element.id) ?? element;
    const name = measureText(element.name, HEADER.size, 600);
    if (element.kind === 'centre') {
      const w = Math.min(box.w, name + ROUND_HEADER.more);
      out.push({ x: box.x + (box.w - w) / 2, y: box.y + ROUND_HEADER.y, w, h: ROUND_HEADER.h });
    } else {
      const w = Math.min(box.w - 2 * HEADER.x, name + HEADER.more);
      out.push({ x: box.x + HEADER.x, y: box.y + HEADER.y, w, h: HEADER.h });
      const facts = { x: box.x + box.w - FACTS.right - FACTS.w, y: box.y + HEADER.y, w: FACTS.w, h: HEADER.h };
      if (element.attributes['fte'] !== undefined) out.push(facts);
    }
  }
  for (const zone of index.zones) {
    const box = boxes?.get(zone.id) ?? zone;
    const w = Math.min(box.w - 20, measureText(zone.title.toUpperCase(), TITLE.size, 600, TITLE.tracking));
    if (w > 0) out.push({ x: box.x + TITLE.x, y: box.y + TITLE.y, w, h: TITLE.h });
  }
  return out;
}
