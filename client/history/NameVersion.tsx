import { Button, TextInput } from '@mantine/core';
import { Flag } from 'lucide-react';
import { type JSX, type SubmitEvent, useState } from 'react';
import { useRuntime } from '../session/runtime.ts';
import styles from './HistoryPanel.module.css';
import { useHistory } from './history-context.ts';

/** Gives the board as it is now a name, under which it is found again. */
export function NameVersion(): JSX.Element | null {
  const runtime = useRuntime();
  const history = useHistory();
  const [title, setTitle] = useState('');
  const [busy, setBusy] = useState(false);
  if (!runtime.can('history.name')) return null;
  const keep = (event: SubmitEvent): void => {
    event.preventDefault();
    const wanted = title.trim();
    if (wanted === '' || busy) return;
    setBusy(true);
    void history.nameVersion(wanted).finally(() => setBusy(false));
    setTitle('');
  };
  return (
    <form className={styles['name']} onSubmit={keep}>
      <TextInput
        size="xs"
        flex={1}
        aria-label="Name this version"
        placeholder="Name this version"
        maxLength={200}
        value={title}
        onChange={(event) => setTitle(event.currentTarget.value)}
      />
      <Button
        type="submit"
        size="xs"
        variant="default"
        leftSection={<Flag size={13} />}
        disabled={title.trim() === '' || busy}
      >
        Keep
      </Button>
    </form>
  );
}
