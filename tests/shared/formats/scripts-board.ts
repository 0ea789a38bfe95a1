import type { Board } from '#shared/board/model.ts';
import { boardOf } from './pptx-parts.ts';

/** One name in each script that is drawn with a font of its own, and letters that are put together from two. */
export const NAMES = [
  'Știință și țintă',
  'Μάρκετινγκ',
  'Маркетинг',
  '市场营销技术',
  '마케팅 기술',
  'マーケ担当',
  'e\u0301quipe s\u0326i',
] as const;

/** A board whose boxes are named in many scripts. */
export function scriptsBoard(names: readonly string[] = NAMES): Board {
  const board = boardOf('M1');
  const renamed = [...board.elements.values()].map(
    (element, i) => [element.id, { ...element, name: names[i] ?? element.name }] as const,
  );
  if (renamed.length < names.length) throw new Error('The template has too few boxes.');
  return { ...board, elements: new Map(renamed) };
}
