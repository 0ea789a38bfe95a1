import { Button } from '@mantine/core';
import { History as HistoryIcon } from 'lucide-react';
import { type JSX, useEffect } from 'react';
import { may } from '#shared/rights/may.ts';
import { useRuntime } from '../session/runtime.ts';
import styles from './HistoryPanel.module.css';
import { useHistory, useHistoryState } from './history-context.ts';

const TYPING = 'input,textarea,select,[contenteditable="true"],[role="dialog"],[role="menu"],[role="listbox"]';

/** While an earlier moment is shown: which one, and the ways out of it. Escape goes back to now. */
export function PastBar(): JSX.Element | null {
  const runtime = useRuntime();
  const history = useHistory();
  const looked = useHistoryState((state) => state.looked);
  const shown = looked !== null;
  useEffect(() => {
    if (!shown) return undefined;
    const onKey = (event: KeyboardEvent): void => {
      if (event.key !== 'Escape' || (event.target instanceof Element && event.target.closest(TYPING) !== null)) return;
      event.preventDefault();
      event.stopPropagation();
      history.lookAt(null);
    };
    window.addEventListener('keydown', onKey, true);
    return () => window.removeEventListener('keydown', onKey, true);
  }, [history, shown]);
  if (looked === null) return null;
  // While the past is shown nobody may draw; this asks for what they may otherwise.
  const mayRestore = looked.seq !== null && may(runtime.role, 'open', 'board.edit') && runtime.can('history.name');
  return (
    <section className={styles['past']} aria-label="An earlier moment is shown" data-past>
      <HistoryIcon size={16} aria-hidden="true" />
      <p>You look at {looked.title}. Nothing can be drawn here.</p>
      <div className={styles['ways']}>
        <Button size="xs" onClick={() => history.lookAt(null)}>
          Back to now
        </Button>
        {mayRestore && (
          <Button size="xs" variant="default" onClick={() => history.restore()}>
            Restore this
          </Button>
        )}
        <Button size="xs" variant="subtle" onClick={() => history.save()}>
          Save as a file
        </Button>
      </div>
    </section>
  );
}
