import type { ElementProps, Size } from '../../vocabulary/define-kind.ts';

const GRID = 8;

/** Next size up from `from` in steps of 8 that holds `needed`. */
const grow = (from: number, needed: number): number => from + Math.max(0, Math.ceil((needed - from) / GRID)) * GRID;

/**
 * Size of a box that shows what it must. The width is kept, and grows in steps of 8 only for a word or facts that do not fit;
 * the height grows down from the kind's own in steps of 8, and may be as low as asked when that is enough.
 */
export function fitBox(
  props: ElementProps,
  kind: { readonly defaultSize: Size; readonly leastSize: Size },
  needed: { readonly w: number; heightAt(w: number): number },
): Size {
  const w = grow(Math.max(kind.leastSize.w, props.w), needed.w);
  const height = Math.max(kind.leastSize.h, needed.heightAt(w));
  const low = Math.min(Math.max(props.h, kind.leastSize.h), kind.defaultSize.h);
  return { w, h: height <= low ? low : grow(kind.defaultSize.h, height) };
}
