import type { Id } from '../board/model.ts';
import type { ArrangeOptions } from './arrange-options.ts';
import type { Block, Item, Links, Part } from './block.ts';

/** A way to arrange what stands on the board itself. */
export type Way = Omit<ArrangeOptions, 'inside'>;

/** A drawing wider than this times its height gets more room between its rows. */
const RIBBON = 2.8;
/** What a slide leaves for a drawing beside its title and margins, in points, a little higher, as a window is; and the room around a drawing, in units. */
const SLIDE = { w: 896, h: 448 } as const;
const AROUND = 64;
/** Another way than the plain one is taken when it is so much better; of two others the simpler unless the other is so much better. */
const BETTER = 1.06;
const MORE = 1.01;
/** Narrower or wider than this times its height no other way may be. */
const NARROW = 0.9;
const FLAT = 2.6;
/** Shorter lines may cost so much of the size at most. */
const LEAST = 0.92;
/** How much short lines count against size: a drawing twice as large with lines twice as long is still a little better. */
const SHORT = 0.8;
/** A drawing with hardly any lines is not better for having a little less of them; in units. */
const SOME_INK = 200;
/** Rows of functions and platforms may be so much wider than the tree over them. */
const WIDE = 1.7;

/** Lines that are counted: those of a second boss and of advice move nothing. */
const COUNTED = ['owns', 'member', 'serves', 'partners', 'funds'] as const;

/** How large a block is on a slide, as against others. */
const onSlide = ({ w, h }: Block): number => Math.min(SLIDE.w / (w + AROUND), SLIDE.h / (h + AROUND));

/** About how long the lines are: from box to box, across and down. */
function inkOf({ boxes }: Block, links: Links): number {
  const reach = (a: Id, b: Id): number => {
    const [p, q] = [boxes.get(a), boxes.get(b)];
    if (p === undefined || q === undefined) return 0;
    const across = Math.max(p.x, q.x) - Math.min(p.x + p.w, q.x + q.w);
    const down = Math.max(p.y, q.y) - Math.min(p.y + p.h, q.y + q.h);
    return Math.max(0, across) + Math.max(0, down);
  };
  let ink = 0;
  for (const id of boxes.keys()) {
    const boss = links.bossOf(id);
    if (boss !== null) ink += reach(id, boss);
    // Each of these lines is met from both of its ends.
    for (const kind of COUNTED) for (const other of links.relatedTo(id, kind)) ink += reach(id, other) / 2;
  }
  return ink;
}

/** All the ways that differ for these items, the simplest first. */
function waysFor(items: readonly Item[], stacked: boolean | undefined): readonly Way[] {
  const has = (part: Part): boolean => items.some((item) => item.part === part);
  const platforms = has('platform');
  let ways: readonly Way[] = stacked === undefined ? [{}, { stacked: true }] : stacked ? [{ stacked }] : [{}];
  const or = (...more: readonly Way[]): void => {
    ways = [...ways, ...more.flatMap((one) => ways.map((way) => ({ ...way, ...one })))];
  };
  if (has('card')) or({ cardsBeside: true });
  if (platforms) or({ shelf: true }, { platformsBelow: true });
  if (platforms && has('function')) or({ together: true });
  if (platforms || has('function')) or({ wide: WIDE });
  return ways;
}

/** The way that is largest on a slide with the shortest lines; the plain one unless another is clearly better and no smaller. */
export function largest(
  items: readonly Item[],
  links: Links,
  stacked: boolean | undefined,
  lay: (way: Way) => Block,
): Block {
  const [first = {}, ...others] = waysFor(items, stacked);
  const plain = lay(first);
  const worth = (block: Block): number => onSlide(block) / (SOME_INK + inkOf(block, links)) ** SHORT;
  let best = plain;
  let most = worth(plain) * BETTER;
  for (const way of others) {
    const block = lay(way);
    if (block.w < block.h * NARROW || block.w > block.h * FLAT) continue;
    if (onSlide(block) < onSlide(plain) * LEAST) continue;
    const value = worth(block);
    if (value > most * MORE) [best, most] = [block, value];
  }
  return best === plain && plain.w >= plain.h * RIBBON ? lay({ ...first, airy: true }) : best;
}
