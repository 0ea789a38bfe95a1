import { type JSX, useEffect, useRef, useState } from 'react';
import { useNavigate } from 'react-router';
import { Refusal } from '../board-page/Refusal.tsx';
import { CreateKeyDialog } from '../home/CreateKeyDialog.tsx';
import { type MadeBoard, pathOf } from '../home/made-board.ts';
import { api } from '../session/api.ts';
import { keepProgress, keptProgress, newProgress } from './progress.ts';

/** The lesson's board of this device when it is still there. */
async function begunBoard(): Promise<MadeBoard | null> {
  const kept = keptProgress();
  if (kept === null) return null;
  try {
    const { boards } = await api.council(kept.councilId);
    if (!boards.some((board) => board.id === kept.boardId)) return null;
    keepProgress(
      kept.finished ? { ...newProgress(kept.councilId, kept.boardId), finished: true } : { ...kept, closed: false },
    );
    return kept;
  } catch {
    // Deleted, or this browser's seat has ended: a new one is made.
    return null;
  }
}

async function newBoard(): Promise<MadeBoard> {
  const [{ makeBoard }, { LESSON_TITLE, lessonBoard }] = await Promise.all([
    import('../home/new-board.ts'),
    import('./lesson-board.ts'),
  ]);
  const made = await makeBoard(LESSON_TITLE, lessonBoard());
  keepProgress(newProgress(made.councilId, made.boardId));
  return made;
}

/** The way into the lesson: its board is made once on this device, then opened again where it was left. */
export function LearnPage(): JSX.Element {
  const navigate = useNavigate();
  const [problem, setProblem] = useState('');
  // A second run of the effect must not make a second board.
  const asked = useRef(false);
  useEffect(() => {
    document.title = 'Learn the symbols · Orgora';
    if (asked.current) return;
    asked.current = true;
    begunBoard()
      .then((begun) => begun ?? newBoard())
      .then((board) => navigate(pathOf(board), { replace: true }))
      .catch((error: unknown) => {
        setProblem(error instanceof Error ? error.message : 'The lesson could not be opened. Try again.');
      });
  }, [navigate]);
  if (problem !== '') return <Refusal sentence={problem} />;
  return (
    <main className="refusal" aria-busy="true">
      <h1>Opening the lesson</h1>
      <CreateKeyDialog />
    </main>
  );
}
