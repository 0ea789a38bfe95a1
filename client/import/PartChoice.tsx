import { NativeSelect } from '@mantine/core';
import type { JSX } from 'react';
import { LIMITS } from '#shared/protocol/messages.ts';
import type { Drafted, Part } from './desk.ts';
import styles from './ImportDialog.module.css';

interface Props {
  readonly drafted: Drafted;
  readonly part: Part;
  readonly disabled: boolean;
  readonly onChange: (part: Part) => void;
}

const figure = (n: number): string => n.toLocaleString('en');

/** Which part of more than a board holds becomes a board: the top levels that fit, or one branch. */
export function PartChoice({ drafted, part, disabled, onChange }: Props): JSX.Element {
  const levels = drafted.levels
    .map((sum, i) => ({ value: `levels ${i + 1}`, label: `The top ${i + 1} levels, ${figure(sum)} boxes`, sum }))
    .filter(({ sum }) => sum <= LIMITS.elements)
    .reverse();
  const branches = drafted.branches.map(({ key, name, count }) => ({
    value: `branch ${key}`,
    label: `${name} and below, ${figure(count)} boxes`,
  }));
  const choose = (value: string): void => {
    const [kind = '', ...rest] = value.split(' ');
    onChange(kind === 'levels' ? { part: 'levels', levels: Number(rest[0]) } : { part: 'branch', key: rest.join(' ') });
  };
  return (
    <div className={styles['part']}>
      <p className={styles['wait']}>
        {`A board holds ${figure(LIMITS.elements)} boxes, and this has ${figure(drafted.items)}. Choose a part of it.`}
      </p>
      <NativeSelect
        size="sm"
        label="Part to import"
        disabled={disabled}
        value={part.part === 'branch' ? `branch ${part.key}` : `levels ${part.part === 'levels' ? part.levels : 1}`}
        onChange={(event) => choose(event.currentTarget.value)}
        data={[
          ...(levels.length === 0 ? [] : [{ group: 'From the top', items: levels }]),
          ...(branches.length === 0 ? [] : [{ group: 'One branch', items: branches }]),
        ]}
      />
    </div>
  );
}
