import type { DrawContext, ElementProps } from '../../vocabulary/define-kind.ts';
import type { Mark } from '../mark.ts';
import { tintOf } from '../theme.ts';
import { filled, ink, PASSING, stroked, text } from './marks.ts';
import { n } from './shapes.ts';

/** Width of the left strip. */
export const STRIP = 34;
/** Where the name starts. */
export const NAME_X = 42;

/** Vacant or planned: drawn with a broken outline. */
export const isPassing = (props: ElementProps): boolean =>
  props.attributes['vacant'] === true || props.attributes['planned'] === true;

const outlineStroke = (props: ElementProps, width: number) =>
  ink(width, { join: 'round', ...(isPassing(props) ? { dash: PASSING } : {}) });

/** The outline over everything inside. */
export const outlineMark = (props: ElementProps, d: string, width = 1.5): Mark =>
  stroked(d, outlineStroke(props, width));

/** What is left far out: the shape in its tint. */
export const silhouette = (props: ElementProps, context: DrawContext, d: string, width = 1.5): Mark => ({
  type: 'path',
  d,
  fill: {
    color: typeof props.attributes['fn'] === 'string' ? tintOf(props.attributes['fn'], context.finish) : 'surface',
  },
  stroke: outlineStroke(props, width),
});

/** Surface, tinted strip with the rule at its right, and the outline over both. */
export const stripFrame = (
  props: ElementProps,
  context: DrawContext,
  shape: {
    readonly outline: string;
    readonly strip: string;
    readonly ruleX: number;
    readonly rule?: readonly [number, number];
    readonly width?: number;
  },
): readonly Mark[] => {
  const [top, bottom] = shape.rule ?? [0, props.h];
  return [
    filled(shape.outline, 'surface'),
    filled(shape.strip, tintOf(props.attributes['fn'], context.finish)),
    stroked(`M${n(shape.ruleX)} ${n(top)}V${n(bottom)}`, ink(0.8, { alpha: 0.5 })),
    outlineMark(props, shape.outline, shape.width),
  ];
};

/** The function tag, or empty. */
export const tagOf = (props: ElementProps): string =>
  typeof props.attributes['fn'] === 'string' ? props.attributes['fn'] : '';

/** The function tag at full detail, centred on `cx`. */
export const tagMark = (props: ElementProps, context: DrawContext, cx: number, y: number): readonly Mark[] =>
  context.detail < 3 || tagOf(props) === ''
    ? []
    : // Half of the tracking moves the text, as the last letter carries it too.
      [text(cx + 0.25, y, tagOf(props), { size: 10, weight: 600, anchor: 'middle', tracking: 0.05 })];
