import { type JSX, memo, useMemo } from 'react';
import type { CommentKindId } from '#shared/critique/kinds.ts';
import { kindSign, type PinLook, pinMarks } from '#shared/critique/pin-marks.ts';
import type { ColorToken } from '#shared/drawing/mark.ts';
import { MarksSvg } from '../../canvas/MarksSvg.tsx';

interface Props {
  readonly kind: CommentKindId;
  readonly look: PinLook;
  readonly count?: number;
  readonly gone?: boolean;
}

/** A pin as a picture; its tip is the lower left corner, its bubble hangs over. Decoration: what it says stands beside it. */
export const PinPicture = memo(function PinPicture({ kind, look, count = 0, gone = false }: Props): JSX.Element {
  const marks = useMemo(() => pinMarks({ kind, look, count, gone }), [kind, look, count, gone]);
  return (
    <svg width={26} height={26} viewBox="0 -26 26 26" overflow="visible" aria-hidden="true" focusable="false">
      <MarksSvg marks={marks} />
    </svg>
  );
});

/** The sign of a kind of comment, in the colour given. */
export const KindSign = memo(function KindSign(props: {
  readonly kind: CommentKindId;
  readonly size?: number;
  readonly color?: ColorToken;
}): JSX.Element {
  const { kind, size = 16, color = 'ink' } = props;
  const marks = useMemo(() => kindSign(kind, { x: 0, y: 0 }, 16, color), [kind, color]);
  return (
    <svg width={size} height={size} viewBox="-8 -8 16 16" overflow="visible" aria-hidden="true" focusable="false">
      <MarksSvg marks={marks} />
    </svg>
  );
});
