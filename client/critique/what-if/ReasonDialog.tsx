import { Button, Modal, Textarea } from '@mantine/core';
import { type FormEvent, type JSX, type KeyboardEvent, useState } from 'react';
import { ChangeList } from './ChangeList.tsx';
import styles from './WhatIf.module.css';

/** Longest reason, in characters. */
const LONGEST = 2_000;

interface Props {
  readonly reason: string;
  readonly changes: readonly string[];
  readonly lost: readonly string[];
  readonly tooLarge: string | null;
  /** Who sees it when it is sent. */
  readonly hint: string;
  readonly onReason: (reason: string) => void;
  readonly onSend: () => Promise<boolean>;
  readonly onClose: () => void;
}

/** What one proposes, read back as sentences, and why; then it is sent. */
export function ReasonDialog({ reason, changes, lost, tooLarge, hint, onReason, onSend, onClose }: Props): JSX.Element {
  const [busy, setBusy] = useState(false);
  const [missing, setMissing] = useState(false);
  const send = async (): Promise<void> => {
    if (busy || tooLarge !== null) return;
    if (reason.trim() === '') {
      setMissing(true);
      return;
    }
    setBusy(true);
    if (!(await onSend())) setBusy(false);
  };
  const onSubmit = (event: FormEvent): void => {
    event.preventDefault();
    void send();
  };
  const onKey = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    void send();
  };
  return (
    <Modal opened onClose={onClose} title="What if…" size={480} yOffset="10vh">
      <form onSubmit={onSubmit} className={styles['form']}>
        <Textarea
          data-autofocus
          label="Your reason"
          placeholder="What if this team reported to operations, so that one person decides the order of work"
          autosize
          minRows={3}
          maxRows={8}
          maxLength={LONGEST}
          value={reason}
          error={missing && reason.trim() === '' ? 'Say why in a few words. The presenter reads it first.' : null}
          onChange={(event) => onReason(event.currentTarget.value)}
          onKeyDown={onKey}
        />
        <ChangeList title="What would change" changes={changes} />
        {lost.length > 0 && <ChangeList title="No longer part of it" changes={lost} />}
        {tooLarge !== null && (
          <p className={styles['problem']} role="alert">
            {tooLarge}
          </p>
        )}
        <p className={styles['hint']}>{hint}</p>
        <div className={styles['actions']}>
          <Button variant="default" onClick={onClose}>
            Keep drawing
          </Button>
          <Button type="submit" loading={busy} disabled={tooLarge !== null}>
            Send
          </Button>
        </div>
      </form>
    </Modal>
  );
}
