import { ActionIcon, Chip, Tooltip } from '@mantine/core';
import type { JSX } from 'react';
import { indexBoard } from '#shared/board/index-board.ts';
import type { BoardElement } from '#shared/board/model.ts';
import { arrangeOf } from '#shared/layout/arrange-mode.ts';
import { ELEMENT_KINDS } from '#shared/vocabulary/index.ts';
import { arrangeReports, STANDINGS, setPlaceFlag } from '../commands/reports-stand.ts';
import { useRuntime } from '../session/runtime.ts';
import styles from './ArrangeField.module.css';

/** How automatic layout treats what is selected: how its reports stand, whether it is an assistant, whether it is pinned. */
export function ArrangeField({ elements }: { readonly elements: readonly BoardElement[] }): JSX.Element | null {
  const runtime = useRuntime();
  const index = indexBoard(runtime.view.board);
  const heads = elements.filter((one) => index.reportsOf(one.id).length > 0);
  const reports = elements.filter((one) => index.bossOf(one.id) !== null && ELEMENT_KINDS[one.kind].people);
  const modes = new Set(heads.map((one) => arrangeOf(one.attributes) ?? null));
  const flag = (name: 'assistant' | 'pinned', label: string, title: string, of: readonly BoardElement[]) => (
    <Chip
      size="xs"
      variant="outline"
      title={title}
      checked={of.every((one) => one.attributes[name] === true)}
      onChange={(on) =>
        void setPlaceFlag(
          runtime,
          of.map((one) => one.id),
          name,
          on,
        )
      }
    >
      {label}
    </Chip>
  );
  return (
    <fieldset className={styles['field']} aria-label="Layout">
      {heads.length > 0 && (
        <div className={styles['row']}>
          <span className={styles['label']}>Reports</span>
          <span className={styles['modes']} role="radiogroup" aria-label="Reports stand">
            {STANDINGS.map(({ mode, title, icon: Icon }) => {
              const on = modes.size === 1 && modes.has(mode);
              return (
                <Tooltip key={title} label={title}>
                  <ActionIcon
                    className={styles['mode'] ?? ''}
                    role="radio"
                    aria-checked={on}
                    aria-label={title}
                    variant={on ? 'light' : 'subtle'}
                    size={28}
                    onClick={() =>
                      void arrangeReports(
                        runtime,
                        heads.map((one) => one.id),
                        mode,
                      )
                    }
                  >
                    <Icon size={15} />
                  </ActionIcon>
                </Tooltip>
              );
            })}
          </span>
        </div>
      )}
      <div className={styles['flags']}>
        {reports.length > 0 &&
          reports.length === elements.length &&
          flag('assistant', 'Assistant', 'Stands beside its boss, not in the row', reports)}
        {flag('pinned', 'Pinned', 'Automatic layout leaves it where it is', elements)}
      </div>
    </fieldset>
  );
}
