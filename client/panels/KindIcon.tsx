import type { JSX } from 'react';
import type { Mark } from '#shared/drawing/mark.ts';
import { MarksSvg } from '../canvas/MarksSvg.tsx';

/** A symbol of the vocabulary, drawn from its own marks in a box of 36 × 24. */
export function KindIcon({
  icon,
  width = 36,
}: {
  readonly icon: readonly Mark[];
  readonly width?: number;
}): JSX.Element {
  return (
    <svg
      width={width}
      height={(width * 24) / 36}
      viewBox="0 0 36 24"
      aria-hidden="true"
      style={{ flex: 'none', overflow: 'visible' }}
    >
      <MarksSvg marks={icon} />
    </svg>
  );
}
