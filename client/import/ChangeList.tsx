import { Checkbox } from '@mantine/core';
import type { JSX } from 'react';
import type { Compared } from './desk.ts';
import { counted } from './field-labels.ts';
import styles from './ImportDialog.module.css';

export const GROUPS = ['added', 'moved', 'changed', 'left'] as const;
export type Group = (typeof GROUPS)[number];

const LABELS: Readonly<Record<Group, string>> = {
  added: 'Added',
  moved: 'Moved',
  changed: 'Changed',
  left: 'Left',
};
/** Lines shown of a group; the count says the rest. */
const SHOWN = 40;

function sentences({ changes, names }: Compared, group: Group): readonly string[] {
  const name = (id: string | null): string => (id === null ? 'nobody' : (names[id] ?? 'somebody'));
  if (group === 'added') return changes.added.map((item) => `${item.name}, under ${name(item.boss ?? item.sitsIn)}`);
  if (group === 'moved') {
    return changes.moved.map((one) => `${name(one.id)}, from ${name(one.from)} to ${name(one.to)}`);
  }
  if (group === 'changed') return changes.changed.map((one) => `${name(one.id)}: ${one.what.join(', ')}`);
  return changes.left.map(name);
}

interface Props {
  readonly compared: Compared;
  readonly wanted: ReadonlySet<Group>;
  readonly onWanted: (wanted: ReadonlySet<Group>) => void;
}

/** What a second import of the same people would do to this board, group by group. */
export function ChangeList({ compared, wanted, onWanted }: Props): JSX.Element {
  const { changes } = compared;
  const present = GROUPS.filter((group) => changes[group].length > 0);
  const flip = (group: Group): void => {
    const next = new Set(wanted);
    if (!next.delete(group)) next.add(group);
    onWanted(next);
  };
  return (
    <section className={styles['changes']} aria-label="Changes">
      {present.length === 0 && <p>This board already says all of this.</p>}
      {present.map((group) => (
        <div key={group}>
          <Checkbox
            label={`${LABELS[group]}: ${changes[group].length.toLocaleString('en')}`}
            checked={wanted.has(group)}
            onChange={() => flip(group)}
          />
          <ul data-off={!wanted.has(group)}>
            {sentences(compared, group)
              .slice(0, SHOWN)
              .map((sentence, i) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: two sentences may read alike; the list is replaced as a whole.
                <li key={i}>{sentence}</li>
              ))}
            {changes[group].length > SHOWN && <li>{`and ${changes[group].length - SHOWN} more`}</li>}
          </ul>
        </div>
      ))}
      {changes.locked.length > 0 && (
        <p className={styles['wait']}>
          {counted(
            changes.locked.length,
            'box is locked and stays as it is.',
            'boxes are locked and stay as they are.',
          )}
        </p>
      )}
      {changes.same > 0 && (
        <p className={styles['quiet']}>{counted(changes.same, 'box stays as it is.', 'boxes stay as they are.')}</p>
      )}
    </section>
  );
}
