import { type JSX, useState } from 'react';
import styles from './WhatIf.module.css';

/** So many sentences are read at once; the rest unfolds. */
const FEW = 5;

interface Props {
  readonly title: string;
  readonly changes: readonly string[];
}

/** Changes as sentences. */
export function ChangeList({ title, changes }: Props): JSX.Element | null {
  const [all, setAll] = useState(false);
  if (changes.length === 0) return null;
  const shown = all || changes.length <= FEW + 1 ? changes : changes.slice(0, FEW);
  return (
    <div className={styles['changes']}>
      <h4>{title}</h4>
      <ul aria-label={title}>
        {shown.map((change) => (
          <li key={change}>{change}</li>
        ))}
      </ul>
      {shown.length < changes.length && (
        <button type="button" className={styles['more']} onClick={() => setAll(true)}>
          {changes.length - shown.length} more
        </button>
      )}
    </div>
  );
}
