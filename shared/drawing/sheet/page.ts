import type { AttributeValue, ElementKindId } from '../../board/model.ts';
import { type ElementFacts, NO_FACTS } from '../../vocabulary/define-kind.ts';
import { ELEMENT_KINDS } from '../../vocabulary/index.ts';
import type { ColorToken, Detail, Finish, Mark, TextWeight } from '../mark.ts';
import { measureText, wrapText } from '../measure-text.ts';
import { ink, stroked, text } from '../parts/marks.ts';

/** Measures of the sheet, in units. */
export const PAGE = { w: 1760, margin: 72, inner: 1616 } as const;
export const COLUMN = PAGE.inner / 4;
export const column = (i: number): number => PAGE.margin + i * COLUMN;

/** A section of the sheet: its marks, and where the next one begins. */
export interface Section {
  readonly label: string;
  readonly marks: readonly Mark[];
  readonly bottom: number;
}

export const put = (x: number, y: number, marks: readonly Mark[]): Mark => ({ type: 'group', at: { x, y }, marks });

export const words = (
  x: number,
  y: number,
  value: string,
  size = 13,
  weight: TextWeight = 400,
  color: ColorToken = 'ink',
  anchor: 'start' | 'middle' | 'end' = 'start',
): Mark => text(x, y, value, { size, weight, color, anchor });

/** A caption under what it explains. */
export const note = (x: number, y: number, value: string, width: number): readonly Mark[] =>
  wrapText(value, width, 12, 400, 9).map((line, i) => words(x, y + i * 17, line, 12, 400, 'ink-2'));

/** What something is called, with its code or a remark beside it. */
export const label = (x: number, y: number, name: string, remark = ''): readonly Mark[] => [
  words(x, y, name, 13, 600),
  ...(remark === '' ? [] : [words(x + measureText(name, 13, 600) + 8, y, remark, 12, 400, 'ink-3')]),
];

/** Rule, heading and remark of a section that begins at `y`. */
export const heading = (y: number, name: string, remark: string): readonly Mark[] => [
  stroked(`M${PAGE.margin} ${y}H${PAGE.w - PAGE.margin}`, ink(1.2)),
  text(PAGE.margin, y + 30, name, { size: 18, weight: 600, tracking: -0.01 }),
  words(PAGE.margin + measureText(name, 18, 600) + 16, y + 30, remark, 13, 400, 'ink-3'),
];

/** Room a heading takes. */
export const HEADING = 62;

export interface Sample {
  readonly name: string;
  readonly w?: number;
  readonly h?: number;
  readonly locked?: boolean;
  readonly facts?: Partial<ElementFacts>;
  readonly detail?: Detail;
  readonly finish?: Finish;
  readonly attributes?: Readonly<Record<string, AttributeValue>>;
}

/** An element of the sheet, drawn as on a board. */
export function element(kind: ElementKindId, x: number, y: number, sample: Sample): Mark {
  const own = ELEMENT_KINDS[kind];
  const facts = { ...NO_FACTS, ...sample.facts };
  const asked = {
    name: sample.name,
    w: sample.w ?? own.defaultSize.w,
    h: sample.h ?? own.defaultSize.h,
    locked: sample.locked ?? false,
    attributes: sample.attributes ?? {},
  };
  const context = { detail: sample.detail ?? 3, finish: sample.finish ?? 'full', facts } as const;
  return put(x, y, own.draw(asked, context));
}
