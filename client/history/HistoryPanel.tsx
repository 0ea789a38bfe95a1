import { ActionIcon, Button, SegmentedControl, Tooltip } from '@mantine/core';
import { X } from 'lucide-react';
import { type JSX, useEffect, useState } from 'react';
import { useRuntime } from '../session/runtime.ts';
import { CompareView } from './CompareView.tsx';
import styles from './HistoryPanel.module.css';
import { HistoryContext, useHistoryState } from './history-context.ts';
import { createHistory, type History } from './history-store.ts';
import { NameVersion } from './NameVersion.tsx';
import { PastBar } from './PastBar.tsx';
import { Scrubber } from './Scrubber.tsx';
import { Timeline } from './Timeline.tsx';

type View = 'timeline' | 'compare';

function Content({ view, onRetry }: { readonly view: View; readonly onRetry: () => void }): JSX.Element {
  const status = useHistoryState((state) => state.status);
  const problem = useHistoryState((state) => state.problem);
  if (status === 'loading') return <p className={styles['note']}>Opening the history</p>;
  if (status === 'failed') {
    return (
      <div className={styles['note']} role="alert">
        <p>{problem}</p>
        <Button size="xs" variant="default" onClick={onRetry}>
          Try again
        </Button>
      </div>
    );
  }
  if (view === 'compare') return <CompareView />;
  return (
    <>
      <Scrubber />
      <NameVersion />
      <Timeline />
    </>
  );
}

/** What this board was: its steps, its named versions, and any two of them beside one another. */
export function HistoryPanel(): JSX.Element | null {
  const runtime = useRuntime();
  const [history, setHistory] = useState<History | null>(null);
  const [view, setView] = useState<View>('timeline');
  useEffect(() => {
    const opened = createHistory(runtime);
    setHistory(opened);
    void opened.load();
    return () => opened.destroy();
  }, [runtime]);
  const close = (): void => {
    runtime.ui.setState({ dock: null });
    runtime.control?.focus();
  };
  if (history === null) return null;
  return (
    <HistoryContext value={history}>
      <section className={styles['panel']} aria-label="History" data-history>
        <header className={styles['head']}>
          <h2>History</h2>
          <Tooltip label="Close">
            <ActionIcon variant="subtle" size={32} aria-label="Close the history" onClick={close}>
              <X size={16} />
            </ActionIcon>
          </Tooltip>
        </header>
        <div className={styles['views']}>
          <SegmentedControl
            fullWidth
            size="xs"
            aria-label="What to show"
            value={view}
            onChange={(next) => setView(next === 'compare' ? 'compare' : 'timeline')}
            data={[
              { value: 'timeline', label: 'Timeline' },
              { value: 'compare', label: 'Compare' },
            ]}
          />
        </div>
        <Content view={view} onRetry={() => void history.load()} />
      </section>
      <PastBar />
    </HistoryContext>
  );
}
