import { CloseButton } from '@mantine/core';
import { type JSX, useEffect, useRef, useState } from 'react';
import { PHASE_WORDS } from '#shared/critique/agenda.ts';
import type { Digest } from '#shared/critique/digest.ts';
import { COMMENT_KINDS } from '#shared/critique/kinds.ts';
import { api } from '../../session/api.ts';
import { useRuntime } from '../../session/runtime.ts';
import { useCritiqueState } from '../room/use-session.ts';
import styles from './Attention.module.css';

const minutes = (n: number): string => {
  if (n <= 0) return 'over its time';
  return n === 1 ? '1 minute left' : `${n} minutes left`;
};

function List({ title, rows }: { readonly title: string; readonly rows: readonly string[] }): JSX.Element | null {
  if (rows.length === 0) return null;
  return (
    <>
      <h3>{title}</h3>
      <ul>
        {rows.map((row) => (
          <li key={row}>{row}</li>
        ))}
      </ul>
    </>
  );
}

const counted = (counts: Digest['counts']): string[] =>
  COMMENT_KINDS.flatMap(({ id, label }) => {
    const n = counts[id] ?? 0;
    return n === 0 ? [] : [`${label} ${n}`];
  });

/** What a late joiner reads in 20 seconds: the step, whose board, what was asked, what changed. Esc closes it. */
export function DigestCard({ onClose }: { readonly onClose: () => void }): JSX.Element | null {
  const { councilId, boardId, notify } = useRuntime();
  const [digest, setDigest] = useState<Digest | null>(null);
  const card = useRef<HTMLElement>(null);
  const close = useRef(onClose);
  close.current = onClose;
  useEffect(() => {
    let left = false;
    api.digest(councilId, boardId).then(
      (answer) => {
        if (!left) setDigest(answer);
      },
      (error: unknown) => {
        if (left) return;
        notify(error instanceof Error ? error.message : 'What happened so far could not be read. Try again.');
        close.current();
      },
    );
    return () => {
      left = true;
    };
  }, [councilId, boardId, notify]);
  useEffect(() => {
    if (digest !== null) card.current?.focus();
  }, [digest]);
  const now = useCritiqueState((s) => s.phase);
  const isOld = digest !== null && digest.phase !== now;
  useEffect(() => {
    // What was read is over: the bar says what is on.
    if (isOld) close.current();
  }, [isOld]);
  if (digest === null || isOld) return null;
  const { phase, minutesLeft, presenter, sentence, asked, open, counts, changed } = digest;
  const sums = counted(counts);
  return (
    <section
      ref={card}
      className={styles['digest']}
      aria-label="What happened so far"
      tabIndex={-1}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        onClose();
      }}
      data-testid="digest"
    >
      <header>
        <h2>
          {PHASE_WORDS[phase].label}
          {minutesLeft === null ? '' : `, ${minutes(minutesLeft)}`}
        </h2>
        <CloseButton aria-label="Close" onClick={onClose} />
      </header>
      <p className={styles['quiet']}>
        {presenter === null ? '' : `${presenter.alias} presents. `}
        {PHASE_WORDS[phase].says}
      </p>
      {sentence !== '' && <p>{sentence}</p>}
      <List title={`${presenter?.alias ?? 'The presenter'} asks`} rows={asked} />
      <List
        title="Open questions"
        rows={open.map(({ text, same }) => (same === 0 ? text : `${text} (${same} say the same)`))}
      />
      <List title="Changed since the turn began" rows={changed} />
      {sums.length > 0 && (
        <>
          <h3>Comments</h3>
          <p>{sums.join(' · ')}</p>
        </>
      )}
    </section>
  );
}
