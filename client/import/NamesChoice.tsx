import { Radio } from '@mantine/core';
import type { JSX } from 'react';
import type { NameChoice } from '#shared/import/import-types.ts';
import { counted } from './field-labels.ts';
import styles from './ImportDialog.module.css';

interface Props {
  readonly count: number;
  readonly names: NameChoice;
  readonly disabled: boolean;
  readonly onChange: (names: NameChoice) => void;
}

/** Whether names of people go onto the board. Asked before anybody else can see them. */
export function NamesChoice({ count, names, disabled, onChange }: Props): JSX.Element {
  return (
    <Radio.Group
      className={styles['names'] ?? ''}
      label={`${counted(count, 'box shows the name of a person.', 'boxes show names of people.')}`}
      value={names}
      onChange={(next) => onChange(next === 'keep' ? 'keep' : 'titles')}
    >
      <Radio value="titles" disabled={disabled} label="Replace by titles of roles" />
      <Radio value="keep" disabled={disabled} label="Keep the names" />
      {names === 'keep' && (
        <p className={styles['wait']}>Everybody who can open the board will read them, also in exports.</p>
      )}
    </Radio.Group>
  );
}
