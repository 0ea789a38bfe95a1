import { createRequire } from 'node:module';
import { type Font, openSync } from 'fontkit';
import type { Box } from '#shared/board/model.ts';
import type { Mark, TextMark, TextWeight } from '#shared/drawing/mark.ts';

const require = createRequire(import.meta.url);

const FILES: Readonly<Record<TextWeight, string>> = {
  400: '400Regular/Inter_400Regular',
  500: '500Medium/Inter_500Medium',
  600: '600SemiBold/Inter_600SemiBold',
};
const fonts = new Map<TextWeight, Font>();
const widths = new Map<string, number>();

function fontOf(weight: TextWeight): Font {
  const known = fonts.get(weight);
  if (known !== undefined) return known;
  const font = openSync(require.resolve(`@expo-google-fonts/inter/${FILES[weight]}.ttf`));
  if (!('layout' in font)) throw new Error('This file holds several fonts.');
  fonts.set(weight, font);
  return font;
}

/** Width of a text as the font itself says, in units of the drawing: another way to it than the product's own tables. */
export function fontWidth({ text, size, weight, tracking = 0 }: TextMark): number {
  const key = `${weight} ${text}`;
  let width = widths.get(key);
  if (width === undefined) {
    const font = fontOf(weight);
    width = font.layout(text, { calt: false, liga: false }).advanceWidth / font.unitsPerEm;
    widths.set(key, width);
  }
  return width * size + tracking * size * [...text].length;
}

/** The box that letters of a text can fill: from the height of capitals to what hangs under the line. */
export function textBox(mark: TextMark): Box {
  const w = fontWidth(mark);
  const anchor = mark.anchor ?? 'start';
  const x = anchor === 'start' ? mark.x : anchor === 'middle' ? mark.x - w / 2 : mark.x - w;
  return { x, y: mark.y - mark.size * 0.73, w, h: mark.size * 0.94 };
}

const inside = (inner: Box, outer: Box, slack: number): boolean =>
  inner.x >= outer.x - slack &&
  inner.y >= outer.y - slack &&
  inner.x + inner.w <= outer.x + outer.w + slack &&
  inner.y + inner.h <= outer.y + outer.h + slack;

/** Pills, disks and flags that carry a text of their own. */
const grounds = (marks: readonly Mark[]): readonly Box[] =>
  marks.flatMap((mark): readonly Box[] => {
    if (mark.type === 'rect') return [mark];
    if (mark.type === 'circle') return [{ x: mark.cx - mark.r, y: mark.cy - mark.r, w: 2 * mark.r, h: 2 * mark.r }];
    return mark.type === 'group' && mark.at === undefined ? grounds(mark.marks) : [];
  });

/** Texts of an element that reach out of its box and out of every pill of its own. */
export function textsOutside(marks: readonly Mark[], box: Box, slack = 1): readonly string[] {
  const places = [box, ...grounds(marks)];
  const flat = (all: readonly Mark[], dx: number, dy: number): readonly TextMark[] =>
    all.flatMap((mark): readonly TextMark[] => {
      if (mark.type === 'text') return [{ ...mark, x: mark.x + dx, y: mark.y + dy }];
      return mark.type === 'group' ? flat(mark.marks, dx + (mark.at?.x ?? 0), dy + (mark.at?.y ?? 0)) : [];
    });
  return flat(marks, 0, 0)
    .filter((mark) => mark.text.trim() !== '' && !places.some((place) => inside(textBox(mark), place, slack)))
    .map((mark) => mark.text);
}
