import { ActionIcon } from '@mantine/core';
import { ChevronDown, ChevronRight, Ellipsis, Plus } from 'lucide-react';
import { type CSSProperties, type JSX, type MouseEvent, memo, type Ref } from 'react';
import type { Board } from '#shared/board/model.ts';
import type { Shown } from '../critique/comments/comment-list.ts';
import { RowCounts } from '../critique/comments/RowCounts.tsx';
import { rowWords } from '../critique/comments/row-comments.ts';
import styles from './Outline.module.css';
import { RowIcon } from './RowIcon.tsx';
import { RowName } from './RowName.tsx';
import { rowSentence } from './row-sentence.ts';
import { type Row, rowKind } from './rows.ts';

interface Props {
  readonly board: Board;
  readonly row: Row;
  readonly comments: readonly Shown[];
  readonly top: number;
  readonly active: boolean;
  readonly selected: boolean;
  /** The first text of the name that is being written here; `undefined` while nobody writes. */
  readonly editing: string | null | undefined;
  readonly editor: boolean;
  readonly sentenceId: string;
  /** Given to the active row, which is as tall as what it says. */
  readonly measured: Ref<HTMLDivElement> | null;
  readonly onToggle: (key: string) => void;
  readonly onMenu: (key: string, from?: HTMLElement) => void;
  readonly onAdd: (key: string) => void;
}

/** What is read out as the row's name: the name, what it is, and its facts. */
function label(board: Board, row: Row, comments: readonly Shown[]): string {
  const facts = row.type === 'group' ? '' : row.facts.replaceAll(' · ', ', ');
  return [row.name, facts, rowKind(board, row), rowWords(comments)].filter((part) => part !== '').join(', ');
}

/** One row of the tree; the active one shows its sentence, and to those who draw what can be done with it. */
export const OutlineRow = memo(function OutlineRow(props: Props): JSX.Element {
  const { board, row, active, editing, editor } = props;
  const sentence = active ? rowSentence(board, row) : '';
  const acts = editor && active && row.type !== 'group' && row.type !== 'lines';
  const stop = (run: () => void) => (event: MouseEvent) => {
    event.stopPropagation();
    run();
  };
  const Chevron = row.open === true ? ChevronDown : ChevronRight;
  return (
    <div
      ref={props.measured}
      role="none"
      data-key={row.key}
      data-type={row.type}
      data-active={active}
      data-selected={props.selected}
      className={styles['row']}
      style={{ top: props.top, '--level': row.level } as CSSProperties}
    >
      <div
        role="treeitem"
        className={styles['line']}
        aria-level={row.level}
        aria-posinset={row.place}
        aria-setsize={row.of}
        aria-selected={props.selected}
        aria-label={label(board, row, props.comments)}
        {...(row.open === null ? {} : { 'aria-expanded': row.open })}
        {...(sentence === '' ? {} : { 'aria-describedby': props.sentenceId })}
        tabIndex={active ? 0 : -1}
      >
        {row.open === null ? (
          <span className={styles['noChevron']} />
        ) : (
          <span className={styles['chevron']} aria-hidden="true" onClick={stop(() => props.onToggle(row.key))}>
            <Chevron size={15} />
          </span>
        )}
        <RowIcon board={board} row={row} />
        {editing !== undefined && row.type !== 'member' ? (
          <RowName row={row} initial={editing} />
        ) : (
          <span className={styles['name']}>{row.name}</span>
        )}
        {editing !== undefined && row.type === 'member' ? (
          <RowName row={row} initial={editing} />
        ) : (
          editing === undefined &&
          row.facts !== '' && (
            <span className={styles['facts']} aria-hidden="true">
              {row.facts}
            </span>
          )
        )}
        {editing === undefined && <RowCounts comments={props.comments} />}
        {acts && editing === undefined && (
          // For a pointer; the bar above has the same for everybody else, so that the row is read as its name alone.
          <span className={styles['acts']} aria-hidden="true">
            {row.type === 'element' && (
              <ActionIcon
                variant="subtle"
                size={28}
                tabIndex={-1}
                data-act="add"
                title={`Add below ${row.name}`}
                onClick={stop(() => props.onAdd(row.key))}
              >
                <Plus size={16} />
              </ActionIcon>
            )}
            <ActionIcon
              variant="subtle"
              size={28}
              tabIndex={-1}
              data-act="more"
              title={`More for ${row.name}`}
              onClick={(event) => {
                event.stopPropagation();
                props.onMenu(row.key, event.currentTarget);
              }}
            >
              <Ellipsis size={16} />
            </ActionIcon>
          </span>
        )}
      </div>
      {sentence !== '' && (
        <div id={props.sentenceId} className={styles['sentence']} aria-hidden="true">
          {sentence}
        </div>
      )}
    </div>
  );
});
