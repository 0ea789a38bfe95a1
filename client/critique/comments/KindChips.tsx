import type { JSX } from 'react';
import { type CommentKindId, commentKind } from '#shared/critique/kinds.ts';
import { KindSign } from '../pins/PinPicture.tsx';
import composer from './Composer.module.css';

interface Props {
  readonly kinds: readonly CommentKindId[];
  readonly value: CommentKindId;
  readonly onChange: (kind: CommentKindId) => void;
}

/** Kinds of comments, one of them taken. */
export function KindChips({ kinds, value, onChange }: Props): JSX.Element {
  return (
    <fieldset className={composer['chips']} aria-label="Kind of comment">
      {kinds.map((kind) => {
        const { label, term } = commentKind(kind);
        const on = kind === value;
        return (
          <label key={kind} data-on={on} title={term}>
            <input type="radio" name="comment-kind" checked={on} onChange={() => onChange(kind)} />
            <KindSign kind={kind} size={13} color={on ? 'on-ink' : 'ink'} />
            {label}
          </label>
        );
      })}
    </fieldset>
  );
}
