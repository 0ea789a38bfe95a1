import { Button } from '@mantine/core';
import {
  type FocusEvent,
  type JSX,
  type MouseEvent,
  Suspense,
  useCallback,
  useId,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import { useStore } from 'zustand';
import { command } from '../commands/index.ts';
import { contextFor, runCommand } from '../commands/support.ts';
import { commentsByThing, commentsOfRow } from '../critique/comments/row-comments.ts';
import { useShown } from '../critique/comments/use-shown.ts';
import { useBoard, useUi } from '../panels/use-board.ts';
import { useRuntime } from '../session/runtime.ts';
import { lazyPart } from '../ui/lazy-part.ts';
import { isPhone } from './kept-look.ts';
import styles from './Outline.module.css';
import { OutlineBar } from './OutlineBar.tsx';
import { OutlineHelp } from './OutlineHelp.tsx';
import { OutlineRow } from './OutlineRow.tsx';
import { outlineStore, toggle } from './outline-store.ts';
import { RowMenu } from './RowMenu.tsx';
import { addByNumber, addUnder, editRow, goTo, mayRename, thingOf } from './row-actions.ts';
import { outlineTree, type Row, visibleRows } from './rows.ts';
import { useOutlineLinks } from './use-outline-links.ts';
import { useTreeKeys } from './use-tree-keys.ts';
import { useHeight, useWindow } from './use-window.ts';

const RowThreads = lazyPart(() =>
  import('../critique/comments/RowThreads.tsx').then((m) => ({ default: m.RowThreads })),
);

/** Height of a row for a mouse and for a finger, in CSS pixels; the style sheet says the same. */
const ROW = { fine: 34, coarse: 48 };

const rowHeight = (): number =>
  isPhone() || (typeof window !== 'undefined' && window.matchMedia('(pointer: coarse)').matches)
    ? ROW.coarse
    : ROW.fine;

function Empty(): JSX.Element {
  const runtime = useRuntime();
  if (!runtime.can('board.edit'))
    return <p className={styles['empty']}>Nothing drawn yet. What the presenter draws appears here at once.</p>;
  return (
    <div className={styles['empty']} data-empty>
      <p>Nothing drawn yet. Add the first team, or start from something.</p>
      <div>
        <Button size="sm" onClick={() => addByNumber(runtime, '1')}>
          Add a team
        </Button>
        <Button size="sm" variant="default" onClick={() => addByNumber(runtime, '2')}>
          Add a role
        </Button>
        <Button size="sm" variant="default" onClick={() => runCommand(command('board.template'), contextFor(runtime))}>
          Pick a template
        </Button>
        <Button size="sm" variant="default" onClick={() => runCommand(command('board.import'), contextFor(runtime))}>
          Import people
        </Button>
      </div>
      <p>
        New to the symbols? <a href="/learn">Learn them in five minutes</a>
      </p>
    </div>
  );
}

/** The board as an editable tree of sentences: the same things as the drawing, in the order of reading. */
export function Outline(): JSX.Element {
  const runtime = useRuntime();
  const board = useBoard();
  const store = outlineStore(runtime);
  const { toggled, active, editing, menu, help, focused } = useStore(store);
  const selection = useUi((ui) => ui.selection);
  const tree = useMemo(() => outlineTree(board), [board]);
  const rows = useMemo(() => visibleRows(tree, toggled), [tree, toggled]);
  const sentenceId = useId();
  const scroller = useRef<HTMLDivElement>(null);
  const [tall, setTall] = useState<HTMLDivElement | null>(null);
  const found = rows.findIndex((row) => row.key === active);
  const at = found < 0 && rows.length > 0 ? 0 : found;
  const height = rowHeight();
  const [threads, setThreads] = useState<HTMLDivElement | null>(null);
  const said = Math.max(0, useHeight(tall) - height);
  const extra = said + useHeight(threads);
  const view = useWindow({ scroller, count: rows.length, row: height, tall: extra > 0 ? at : -1, extra });
  const editor = runtime.can('board.edit');
  useOutlineLinks(runtime);

  const menuAt = useCallback(
    (key: string, from?: HTMLElement): void => {
      const row = scroller.current?.querySelector<HTMLElement>(`[data-key="${CSS.escape(key)}"]`);
      const box = (from ?? row)?.getBoundingClientRect();
      if (box === undefined) return;
      const x = from === undefined ? Math.min(box.left + 200, box.right) : box.right;
      store.setState({ menu: { key, at: { x, y: from === undefined ? box.top + height : box.bottom } } });
    },
    [store, height],
  );
  const onKeyDown = useTreeKeys(rows, menuAt);
  const onToggle = useCallback(
    (key: string): void => {
      const node = rows.find((row) => row.key === key);
      if (node !== undefined && node.open !== null) toggle(store, [key], !node.open);
    },
    [rows, store],
  );
  const onAdd = useCallback(
    (key: string): void => {
      const row = rows.find((one) => one.key === key);
      if (row !== undefined) addUnder(runtime, row);
    },
    [rows, runtime],
  );

  // The active row comes into view when it changes, and takes the focus when that was asked for.
  const taken = useRef(focused);
  // biome-ignore lint/correctness/useExhaustiveDependencies: where the rows stand follows from these.
  useLayoutEffect(() => {
    const box = scroller.current;
    if (box === null || at < 0) return;
    const top = view.top(at);
    const bottom = top + height + extra;
    if (top < box.scrollTop) box.scrollTop = top;
    else if (bottom > box.scrollTop + box.clientHeight) {
      box.scrollTop = Math.min(top, bottom - box.clientHeight);
    }
    if (focused === taken.current) return;
    taken.current = focused;
    if (editing === null)
      box.querySelector<HTMLElement>('[role="treeitem"][tabindex="0"]')?.focus({ preventScroll: true });
  }, [at, active, focused, extra, editing, height]);

  const rowOf = (event: MouseEvent | FocusEvent): Row | undefined => {
    const key = (event.target as Element).closest<HTMLElement>('[data-key]')?.dataset['key'];
    return rows.find((row) => row.key === key);
  };
  const onClick = (event: MouseEvent): void => {
    const row = rowOf(event);
    if (row === undefined || (event.target as Element).closest('input,button') !== null) return;
    goTo(runtime, row, event.shiftKey || event.ctrlKey || event.metaKey ? 'add' : 'only');
  };
  const onDoubleClick = (event: MouseEvent): void => {
    const row = rowOf(event);
    if (row !== undefined && editor && mayRename(row)) editRow(runtime, row.key);
  };
  const onContextMenu = (event: MouseEvent): void => {
    const row = rowOf(event);
    if (row === undefined || !editor) return;
    event.preventDefault();
    goTo(runtime, row, selection.has(thingOf(row) ?? '') ? 'none' : 'only', false);
    store.setState({ menu: { key: row.key, at: { x: event.clientX, y: event.clientY } } });
  };
  // A screen reader may put the focus on any row: then that is the one the keys act on.
  const onFocus = (event: FocusEvent): void => {
    if (!(event.target as Element).matches('[role="treeitem"]')) return;
    const row = rowOf(event);
    if (row !== undefined && row.key !== rows[at]?.key) goTo(runtime, row, 'only', false);
  };
  const acting = rows[at];
  const room = runtime.critique;
  const shownComments = useShown(room);
  // What is folded under a row is counted on it; its thread is under the row itself.
  const here = acting?.id === null || acting === undefined ? [] : (commentsByThing(shownComments).get(acting.id) ?? []);
  const menuRow = menu === null ? undefined : rows.find((row) => row.key === menu.key);
  const shown = rows.flatMap((row, i) => ((i >= view.first && i < view.last) || i === at ? [{ row, i }] : []));

  return (
    <section className={styles['outline']} aria-label="Outline" data-outline>
      <OutlineBar
        count={board.elements.size}
        active={acting === undefined || acting.type === 'group' || acting.type === 'lines' ? null : acting.name}
        onMenu={(from) => {
          if (acting !== undefined) menuAt(acting.key, from);
        }}
      />
      {help && <OutlineHelp editor={editor} />}
      <div ref={scroller} className={styles['scroller']}>
        {rows.length === 0 ? (
          <Empty />
        ) : (
          // The rows hold the focus; their keys come up to the tree.
          <div
            role="tree"
            aria-label="Everything on the board"
            aria-multiselectable="true"
            className={styles['tree']}
            style={{ height: view.height }}
            onKeyDown={onKeyDown}
            onFocus={onFocus}
            onClick={onClick}
            onDoubleClick={onDoubleClick}
            onContextMenu={onContextMenu}
          >
            {shown.map(({ row, i }) => (
              <OutlineRow
                key={row.key}
                board={board}
                row={row}
                comments={commentsOfRow(shownComments, tree, row)}
                top={view.top(i)}
                active={i === at}
                selected={selection.has(row.type === 'lines' ? '' : (thingOf(row) ?? ''))}
                editing={editing?.key === row.key ? editing.initial : undefined}
                editor={editor}
                sentenceId={sentenceId}
                measured={i === at ? setTall : null}
                onToggle={onToggle}
                onMenu={menuAt}
                onAdd={onAdd}
              />
            ))}
          </div>
        )}
        {room !== null && acting !== undefined && here.length > 0 && acting.type !== 'member' && (
          <Suspense fallback={null}>
            <RowThreads
              room={room}
              comments={here}
              name={acting.name}
              top={view.top(at) + height + said}
              level={acting.level}
              selected={selection.has(thingOf(acting) ?? '')}
              measured={setThreads}
            />
          </Suspense>
        )}
      </div>
      {menu !== null && menuRow !== undefined && <RowMenu key={menu.key} row={menuRow} at={menu.at} />}
    </section>
  );
}
