import type { JSX } from 'react';

/** Points of the eight presence shapes on a circle of radius 1; `a` is the circle itself. */
const POINTS: Readonly<Record<string, string>> = {
  b: '-.72,-.72 .72,-.72 .72,.72 -.72,.72',
  c: '0,-.86 .88,.68 -.88,.68',
  d: '0,-.96 .96,0 0,.96 -.96,0',
  e: '-.48,-.8 .48,-.8 .92,0 .48,.8 -.48,.8 -.92,0',
  f: '-.34,-.9 .34,-.9 .34,-.34 .9,-.34 .9,.34 .34,.34 .34,.9 -.34,.9 -.34,.34 -.9,.34 -.9,-.34 -.34,-.34',
  g: '0,-.92 .9,-.24 .56,.8 -.56,.8 -.9,-.24',
  h: '-.9,-.62 .9,-.62 0,.92',
};

/** One of the eight shapes, `a` to `h`, that stand for people; takes the colour of the text around it. */
export function WhoShape({ who, size }: { readonly who: string; readonly size: number }): JSX.Element {
  const points = POINTS[who];
  return (
    <svg width={size} height={size} viewBox="-1.1 -1.1 2.2 2.2" aria-hidden="true">
      {points === undefined ? (
        <circle r=".92" fill="currentColor" />
      ) : (
        <polygon points={points} fill="currentColor" stroke="currentColor" strokeWidth=".22" strokeLinejoin="round" />
      )}
    </svg>
  );
}
