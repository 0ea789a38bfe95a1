import { Button, Select, UnstyledButton } from '@mantine/core';
import { ArrowDownUp, ClipboardCopy } from 'lucide-react';
import { type JSX, useEffect, useMemo, useState } from 'react';
import { type BoardDiff, type Change, diffBoards } from '#shared/board/diff/diff-boards.ts';
import { diffHeadline, diffSentences, toldChanges } from '#shared/board/diff/sentences.ts';
import type { Board, Box, Id } from '#shared/board/model.ts';
import type { BoardSummary } from '#shared/protocol/api.ts';
import { useBoard } from '../panels/use-board.ts';
import { ApiError, api } from '../session/api.ts';
import { useRuntime } from '../session/runtime.ts';
import styles from './HistoryPanel.module.css';
import { useHistory, useHistoryState } from './history-context.ts';
import { boardOf, NOW, type SourceGroup, sourcesOf } from './sources.ts';

const SIGNS = { added: '+', removed: '−', moved: '→' } as const;

const signOf = (change: Change): string =>
  change.type === 'added' || change.type === 'removed' || change.type === 'moved' ? SIGNS[change.type] : '•';

/** What lights up with a change: the thing itself, and the ends of a line. */
function idsOf(diff: BoardDiff, change: Change): ReadonlySet<Id> {
  const board = change.type === 'removed' ? diff.before : diff.after;
  const line = board.relations.get(change.id);
  const friction = board.overlays.get(change.id);
  return new Set([
    change.id,
    ...(line === undefined ? [] : [line.from, line.to]),
    ...(friction?.kind === 'friction' ? friction.on : []),
    ...(friction?.kind === 'tiger' ? Object.keys(friction.members) : []),
  ]);
}

function boxOf(diff: BoardDiff, change: Change): Box | null {
  const board = change.type === 'removed' ? diff.before : diff.after;
  const line = board.relations.get(change.id);
  const overlay = board.overlays.get(change.id);
  const friction = overlay?.kind === 'friction' ? overlay.on[0] : undefined;
  const id = line?.from ?? friction ?? change.id;
  return board.elements.get(id) ?? board.frames.get(id) ?? (overlay?.kind === 'zone' ? overlay : null);
}

const labelOf = (groups: readonly SourceGroup[], value: string): string =>
  groups.flatMap(({ items }) => items).find((item) => item.value === value)?.label ?? '';

/** Looks up the board of a chosen source; follows the document while it is "Now". */
function useSource(value: string): Board | null {
  const runtime = useRuntime();
  const history = useHistory();
  const shown = useBoard();
  const played = useHistoryState((state) => state.played);
  const [board, setBoard] = useState<Board | null>(null);
  const live = value === NOW || value.startsWith('state:');
  const follows = live ? shown : null;
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked again when the document, or what is loaded of its past, changes.
  useEffect(() => {
    let left = false;
    boardOf(runtime, history, value).then(
      (found) => {
        if (!left) setBoard(found);
      },
      (error: unknown) => {
        if (!(error instanceof ApiError)) throw error;
        if (!left) runtime.notify(error.message);
      },
    );
    return () => {
      left = true;
    };
  }, [runtime, history, value, follows, played]);
  return board;
}

function useBoards(): readonly BoardSummary[] {
  const { councilId } = useRuntime();
  const [boards, setBoards] = useState<readonly BoardSummary[]>([]);
  useEffect(() => {
    let left = false;
    api.council(councilId).then(
      (council) => {
        if (!left) setBoards(council.boards);
      },
      // Without a line there is still everything of this board to compare.
      () => undefined,
    );
    return () => {
      left = true;
    };
  }, [councilId]);
  return boards;
}

function Changes({ diff }: { readonly diff: BoardDiff }): JSX.Element {
  const runtime = useRuntime();
  const { ui } = runtime;
  const light = (change: Change | null): void => {
    ui.setState({ lit: change === null || change.about === 'board' ? null : idsOf(diff, change) });
  };
  const goTo = (change: Change): void => {
    const box = boxOf(diff, change);
    if (box !== null) runtime.control?.reveal(box);
  };
  const copy = (): void => {
    const text = diffSentences(diff, Number.POSITIVE_INFINITY).join('\n');
    navigator.clipboard.writeText(text).then(
      () => runtime.notify('The changes are copied as text.'),
      () => runtime.notify('This browser does not let pages copy. Select the list and copy it by hand.'),
    );
  };
  const changes = toldChanges(diff);
  return (
    <div className={styles['scroll']}>
      <p className={styles['headline']} role="status">
        {diffHeadline(diff)}
      </p>
      <ul className={styles['changes']} onMouseLeave={() => light(null)}>
        {changes.map((change) => (
          <li key={`${change.about} ${change.type} ${change.id} ${change.sentence}`}>
            <UnstyledButton
              className={styles['change']}
              onMouseEnter={() => light(change)}
              onFocus={() => light(change)}
              onBlur={() => light(null)}
              onClick={() => goTo(change)}
            >
              <span className={styles['sign']} data-change={change.type} aria-hidden="true">
                {signOf(change)}
              </span>
              {change.sentence}
            </UnstyledButton>
          </li>
        ))}
      </ul>
      {changes.length > 0 && (
        <div className={styles['note']}>
          <Button size="xs" variant="default" fullWidth leftSection={<ClipboardCopy size={13} />} onClick={copy}>
            Copy as text
          </Button>
        </div>
      )}
    </div>
  );
}

/** Any two of: now, named versions, moments, states, other boards. The difference is listed here and marked on the canvas. */
export function CompareView(): JSX.Element {
  const runtime = useRuntime();
  const history = useHistory();
  const boards = useBoards();
  useHistoryState((state) => state.played);
  const groups = sourcesOf(runtime, history, boards);
  const first = groups.flatMap(({ items }) => items).find((item) => item.value !== NOW)?.value ?? NOW;
  const [chosen, setChosen] = useState<string | null>(null);
  const [to, setTo] = useState(NOW);
  const from = chosen ?? first;
  const before = useSource(from);
  const after = useSource(to);
  const diff = useMemo(() => (before === null || after === null ? null : diffBoards(before, after)), [before, after]);
  const title = labelOf(groups, from);
  const shownTitle = labelOf(groups, to);

  useEffect(() => {
    if (after === null) return;
    if (to === NOW) history.lookAt(null);
    else history.lookAt({ seq: to.startsWith('seq:') ? Number(to.split(':')[1]) : null, title: shownTitle }, after);
  }, [history, to, after, shownTitle]);
  useEffect(() => {
    const { ui } = runtime;
    if (before !== null && diff !== null) ui.setState({ comparison: { before, title, as: 'changes' }, ghosts: null });
    return () => {
      if (ui.getState().comparison?.as === 'changes') ui.setState({ comparison: null, lit: null });
    };
  }, [runtime, before, diff, title]);
  useEffect(() => () => history.lookAt(null), [history]);

  const data = groups.map(({ group, items }) => ({ group, items: items.map((item) => ({ ...item })) }));
  return (
    <>
      <div className={styles['pair']}>
        <Select
          size="xs"
          label="From"
          data={data}
          value={from}
          allowDeselect={false}
          searchable
          onChange={(value) => setChosen(value ?? first)}
        />
        <Select
          size="xs"
          label="To"
          data={data}
          value={to}
          allowDeselect={false}
          searchable
          onChange={(value) => setTo(value ?? NOW)}
        />
        <Button
          size="xs"
          variant="subtle"
          leftSection={<ArrowDownUp size={13} />}
          onClick={() => {
            setChosen(to);
            setTo(from);
          }}
        >
          Swap
        </Button>
      </div>
      {diff === null ? <p className={styles['note']}>Choose two to compare.</p> : <Changes diff={diff} />}
    </>
  );
}
