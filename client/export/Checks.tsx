import { Anchor, Button } from '@mantine/core';
import { CircleAlert, CircleCheck } from 'lucide-react';
import { type JSX, useState } from 'react';
import type { Id } from '#shared/board/model.ts';
import type { Finding } from '#shared/redaction/lint.ts';
import { type Check, type CheckAction, kindWords } from './checks.ts';
import styles from './ExportDialog.module.css';

const WORDS: Readonly<Record<CheckAction, string>> = { split: 'Split by branch', names: 'Look', tidy: 'Tidy' };
/** More names than this are not listed one by one. */
const LISTED = 50;

/** What was looked at before the file leaves, with what can be done about it. */
export function Checks({
  checks,
  names,
  onSplit,
  onTidy,
  onPattern,
  onShow,
}: {
  readonly checks: readonly Check[];
  readonly names: readonly Finding[];
  readonly onSplit: () => void;
  readonly onTidy: () => void;
  readonly onPattern: () => void;
  /** Shows where a name stands on the board. */
  readonly onShow: (id: Id) => void;
}): JSX.Element {
  const [open, setOpen] = useState(false);
  const act = { split: onSplit, tidy: onTidy, names: () => setOpen((now) => !now) };
  const listed = open && names.length > 0;
  return (
    <div className={styles['checks']}>
      {listed && (
        <div className={styles['names']}>
          <ul aria-label="Names found">
            {names.slice(0, LISTED).map(({ id, kind, text }) => (
              <li key={`${id} ${kind} ${text}`}>
                <strong className={styles['found']}>{text}</strong>{' '}
                <span>{`looks like ${kindWords({ id, kind, text })}`}</span>
                {id !== null && (
                  <Anchor component="button" type="button" aria-label={`Show ${text}`} onClick={() => onShow(id)}>
                    Show
                  </Anchor>
                )}
              </li>
            ))}
          </ul>
          {names.length > LISTED && <p>{`${names.length - LISTED} more are not listed.`}</p>}
          <Button size="xs" variant="default" onClick={onPattern}>
            Replace by generic labels
          </Button>
        </div>
      )}
      <ul className={styles['checkList']} aria-label="Checks">
        {checks.map(({ good, sentence, action }) => (
          <li key={sentence} data-good={good}>
            {good ? <CircleCheck size={16} aria-hidden="true" /> : <CircleAlert size={16} aria-hidden="true" />}
            <span>{sentence}</span>
            {action !== null && (
              <Anchor
                component="button"
                type="button"
                {...(action === 'names' ? { 'aria-expanded': listed } : {})}
                onClick={act[action]}
              >
                {WORDS[action]}
              </Anchor>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}
