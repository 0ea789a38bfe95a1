import { type JSX, useMemo } from 'react';
import type { Vote } from '#shared/critique/public.ts';
import { votePicture } from '#shared/critique/vote-picture.ts';
import { marksToSvg } from '#shared/formats/svg.ts';
import styles from './Votes.module.css';

/** The result as a picture, in the words it says to who does not see it. */
export function VotePictureView({
  vote,
  narrow = false,
}: {
  readonly vote: Pick<Vote, 'items' | 'title'>;
  readonly narrow?: boolean;
}): JSX.Element {
  const { svg, w, h, words } = useMemo(() => {
    const picture = votePicture(vote, narrow);
    return { ...picture, svg: marksToSvg(picture.marks, 'tokens') };
  }, [vote, narrow]);
  return (
    <svg
      role="img"
      aria-label={words}
      className={styles['picture']}
      viewBox={`0 0 ${w} ${h}`}
      // biome-ignore lint/security/noDangerouslySetInnerHtml: written by our own exporter, which escapes every text
      dangerouslySetInnerHTML={{ __html: svg }}
    />
  );
}
