import { ActionIcon, Indicator } from '@mantine/core';
import { BookOpen, Info, ListChecks, SlidersHorizontal, X } from 'lucide-react';
import { type JSX, type ReactNode, useEffect, useState } from 'react';
import { useRuntime } from '../session/runtime.ts';
import chrome from './BoardChrome.module.css';
import { BoardDetails } from './BoardDetails.tsx';
import { Inspector } from './Inspector.tsx';
import { LegendEntries } from './Legend.tsx';
import { openPrompts } from './open-prompts.ts';
import styles from './PhoneSheets.module.css';
import { PromptList } from './Prompts.tsx';
import { useBoard, useUi } from './use-board.ts';

type Sheet = 'details' | 'about' | 'prompts' | 'legend';

const TITLES = { about: 'This board', prompts: 'Questions to settle', legend: 'Legend' } as const;

const COUNT = { indicator: { background: 'var(--ink)', color: 'var(--on-ink)' } };

function Door(props: {
  readonly label: string;
  readonly on: boolean;
  readonly count?: number;
  readonly children: ReactNode;
  readonly onClick: () => void;
}): JSX.Element {
  return (
    <Indicator
      inline
      label={props.count}
      size={16}
      offset={8}
      disabled={(props.count ?? 0) === 0}
      color="ink"
      styles={COUNT}
    >
      <ActionIcon
        variant={props.on ? 'filled' : 'subtle'}
        size={44}
        aria-label={props.label}
        aria-expanded={props.on}
        onClick={props.onClick}
      >
        {props.children}
      </ActionIcon>
    </Indicator>
  );
}

/** On a phone: what stands at the right of a wide window, one at a time, as a sheet from below. */
export function PhoneSheets(): JSX.Element {
  const runtime = useRuntime();
  const board = useBoard();
  const selected = useUi((ui) => ui.selection.size > 0);
  const placing = useUi((ui) => ui.tool.tool !== 'select');
  const [sheet, setSheet] = useState<Sheet | null>(null);
  const editor = runtime.can('board.edit');
  const shown = sheet === 'details' && !selected ? null : sheet;
  useEffect(() => {
    if (placing) setSheet(null);
  }, [placing]);
  const toggle = (which: Sheet) => () => {
    // The close button of the details closes them for good on a wide window; here the door opens them again.
    runtime.ui.setState(({ closedPanels }) => ({
      closedPanels: new Set([...closedPanels].filter((panel) => panel !== 'inspector')),
    }));
    setSheet(shown === which ? null : which);
  };
  const detailsClosed = useUi((ui) => ui.closedPanels.has('inspector'));
  const open = openPrompts(board).filter((prompt) => prompt.answer === '').length;
  const close = (): void => setSheet(null);
  return (
    <>
      {shown === 'details' && !detailsClosed && (
        <div className={styles['sheet']}>
          <Inspector />
        </div>
      )}
      {shown !== null && shown !== 'details' && (
        <section className={`${styles['sheet']} ${styles['plain']}`} aria-label={TITLES[shown]}>
          <div className={styles['head']}>
            <h2>{TITLES[shown]}</h2>
            <ActionIcon variant="subtle" size={44} aria-label={`Close ${TITLES[shown].toLowerCase()}`} onClick={close}>
              <X size={18} />
            </ActionIcon>
          </div>
          <div className={styles['scroll']}>
            {shown === 'about' && <BoardDetails />}
            {shown === 'prompts' && <PromptList />}
            {shown === 'legend' && <LegendEntries />}
          </div>
        </section>
      )}
      {(shown === null || (shown === 'details' && detailsClosed)) && (
        <div className={`${chrome['float']} ${chrome['bar']} ${styles['doors']}`} role="toolbar" aria-label="Panels">
          {editor && selected && (
            <Door label="Details" on={false} onClick={toggle('details')}>
              <SlidersHorizontal size={18} />
            </Door>
          )}
          {editor && !selected && (
            <Door label="About this board" on={false} onClick={toggle('about')}>
              <Info size={18} />
            </Door>
          )}
          {openPrompts(board).length > 0 && (
            <Door label={`Questions, ${open} open`} count={open} on={false} onClick={toggle('prompts')}>
              <ListChecks size={18} />
            </Door>
          )}
          {board.elements.size > 0 && (
            <Door label="Legend" on={false} onClick={toggle('legend')}>
              <BookOpen size={18} />
            </Door>
          )}
        </div>
      )}
    </>
  );
}
