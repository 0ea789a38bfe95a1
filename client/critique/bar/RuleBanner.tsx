import { ActionIcon, Tooltip } from '@mantine/core';
import { ShieldCheck, X } from 'lucide-react';
import type { JSX } from 'react';
import { RULE } from '#shared/critique/agenda.ts';
import { useCritique } from '../critique-room.ts';
import { useCritiqueUi } from '../room/use-session.ts';
import styles from './SessionBar.module.css';

/** The rule that stands over every session; folded, it is a shield that brings it back. */
export function RuleBanner(): JSX.Element {
  const { ui } = useCritique();
  const folded = useCritiqueUi((s) => s.ruleFolded);
  if (folded) {
    return (
      <Tooltip label={RULE}>
        <ActionIcon
          className={styles['shield'] ?? ''}
          variant="subtle"
          size={28}
          aria-label={`Rule: ${RULE}`}
          onClick={() => ui.setState({ ruleFolded: false })}
        >
          <ShieldCheck size={15} />
        </ActionIcon>
      </Tooltip>
    );
  }
  return (
    <p className={styles['rule']}>
      <ShieldCheck size={14} aria-hidden="true" />
      {RULE}
      <ActionIcon
        variant="subtle"
        size={24}
        aria-label="Fold the rule"
        onClick={() => ui.setState({ ruleFolded: true })}
      >
        <X size={13} />
      </ActionIcon>
    </p>
  );
}
