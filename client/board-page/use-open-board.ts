import { useEffect, useState } from 'react';
import type { Box } from '#shared/board/model.ts';
import type { Council } from '#shared/protocol/api.ts';
import type { Phase } from '#shared/rights/phases.ts';
import { ROLE_WORDS, type Role } from '#shared/rights/roles.ts';
import { createCritiqueRoom, type OpenCritiqueRoom } from '../critique/room/create-room.ts';
import { isRunning } from '../critique/room/session-standing.ts';
import { keptLook } from '../outline/kept-look.ts';
import { ApiError, api } from '../session/api.ts';
import { forgetCouncil, keepCouncil, keptCouncil } from '../session/known-council.ts';
import { notify } from '../session/notify.ts';
import { openBoard } from '../session/open-board.ts';
import type { BoardRuntime } from '../session/runtime.ts';

/** How long a board waits for the session's word on who may draw before it opens without, in milliseconds. */
const PATIENCE_MS = 1_500;

/** Asks who I am here; without a line, takes the last answer this device remembers. */
async function askCouncil(councilId: string): Promise<Council> {
  try {
    const council = await api.council(councilId);
    keepCouncil(council);
    return council;
  } catch (error) {
    const kept = keptCouncil(councilId);
    if (error instanceof ApiError && error.status === 0 && kept !== null) return kept;
    if (error instanceof ApiError && [401, 403, 404, 410].includes(error.status)) forgetCouncil(councilId);
    throw error;
  }
}

interface Rights {
  readonly edit: boolean;
  readonly locked: boolean;
  readonly role: Role;
  readonly phase: Phase;
}

const rightsIn = (room: OpenCritiqueRoom): Rights => ({
  edit: room.can('board.edit'),
  locked: room.can('board.edit-locked'),
  role: room.store.getState().role,
  phase: room.store.getState().phase,
});

/** What changed for me, in a sentence; `null` when it is not worth one. */
export function rightsSentence(before: Rights, now: Rights): string | null {
  if (before.phase !== 'sealed' && now.phase === 'sealed') {
    return 'The session has ended. This board can be read, not changed.';
  }
  if (before.role !== now.role)
    return `You are ${ROLE_WORDS[now.role].label.toLowerCase()} now. ${ROLE_WORDS[now.role].may}`;
  if (before.edit === now.edit) return null;
  return now.edit ? 'You can draw on this board now.' : 'You can look at this board and comment now, not change it.';
}

/** Looks at the same part again once the board stands. Answers how to give it up. */
function lookAgain(runtime: BoardRuntime, box: Box): () => void {
  let frame = 0;
  const look = (): void => {
    if (runtime.control === null || runtime.view.board.elements.size === 0) {
      frame = requestAnimationFrame(look);
      return;
    }
    // The canvas fits the board first, in the same frame in which it stands.
    frame = requestAnimationFrame(() => runtime.control?.contain(box));
  };
  look();
  return () => cancelAnimationFrame(frame);
}

export interface OpenedBoard {
  readonly runtime: BoardRuntime;
  readonly room: OpenCritiqueRoom;
  /** Rises when the board is opened anew because my rights changed. */
  readonly turn: number;
}

/** The open board of a page with its council's session. When what I may draw changes it is opened anew, and says so. */
export function useOpenBoard(
  councilId: string,
  boardId: string,
): { readonly opened: OpenedBoard | null; readonly problem: string | null } {
  const [opened, setOpened] = useState<OpenedBoard | null>(null);
  const [problem, setProblem] = useState<string | null>(null);

  useEffect(() => {
    let left = false;
    let room: OpenCritiqueRoom | null = null;
    let runtime: BoardRuntime | null = null;
    let rights: Rights | null = null;
    let turn = 0;
    const stops: (() => void)[] = [];

    const open = (council: Council, session: OpenCritiqueRoom): void => {
      turn += 1;
      rights = rightsIn(session);
      runtime = openBoard(council, boardId, notify, session);
      runtime.ui.setState({ look: keptLook() });
      window.orgoraBoard = runtime;
      setOpened({ runtime, room: session, turn });
    };
    const onRights = (council: Council, session: OpenCritiqueRoom): void => {
      if (rights === null || runtime === null) return;
      const now = rightsIn(session);
      const sentence = rightsSentence(rights, now);
      const same = now.edit === rights.edit && now.locked === rights.locked && now.role === rights.role;
      rights = now;
      if (!same) {
        const box = runtime.control?.visible() ?? null;
        const { look, following, dock } = runtime.ui.getState();
        runtime.destroy();
        open(council, session);
        runtime.ui.setState({ look, following, dock });
        if (box !== null) stops.push(lookAgain(runtime, box));
      }
      if (sentence !== null) notify(sentence);
    };
    const begin = async (): Promise<void> => {
      const council = await askCouncil(councilId);
      if (left) return;
      const session = createCritiqueRoom({ council, boardId, notify });
      room = session;
      // Who may draw in a session hangs on whose board it is.
      if (isRunning(council.phase)) await session.arrived(PATIENCE_MS);
      if (left) return;
      open(council, session);
      stops.push(session.store.subscribe(() => onRights(council, session)));
    };
    begin().catch((error: unknown) => {
      if (!left) setProblem(error instanceof Error ? error.message : 'The board could not be opened. Reload the page.');
    });
    return () => {
      left = true;
      for (const stop of stops) stop();
      runtime?.destroy();
      room?.destroy();
      delete window.orgoraBoard;
      setOpened(null);
      setProblem(null);
    };
  }, [councilId, boardId]);

  return { opened, problem };
}
