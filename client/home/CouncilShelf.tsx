import { type JSX, lazy, Suspense, useCallback, useEffect, useState } from 'react';
import { Link } from 'react-router';
import type { Council } from '#shared/protocol/api.ts';
import { ApiError, api } from '../session/api.ts';
import { forgetCouncil, keepCouncil, keptCouncil } from '../session/known-council.ts';

// The drawing code comes after the first look at the page.
const BoardCard = lazy(() => import('../ui/BoardCard.tsx').then((m) => ({ default: m.BoardCard })));

/** The boards of one council as cards; what this device remembers until the server has answered. */
export function CouncilShelf({ id }: { readonly id: string }): JSX.Element {
  const [council, setCouncil] = useState<Council | null>(() => keptCouncil(id));
  const [problem, setProblem] = useState('');
  const refresh = useCallback(() => {
    api.council(id).then(
      (answer) => {
        keepCouncil(answer);
        setCouncil(answer);
      },
      (error: unknown) => {
        if (error instanceof ApiError && [401, 403, 404, 410].includes(error.status)) forgetCouncil(id);
        setProblem(error instanceof Error ? error.message : 'These boards could not be listed. Reload the page.');
      },
    );
  }, [id]);
  useEffect(refresh, [refresh]);
  if (council === null) return <>{problem !== '' && <p className="page-hint">{problem}</p>}</>;
  if (council.boards.length === 0)
    return (
      <p className="page-hint">
        No board yet. <Link to={`/c/${id}`}>Open the council</Link> and draw the first one.
      </p>
    );
  return (
    <Suspense fallback={null}>
      {council.boards.map((board) => (
        <BoardCard key={board.id} councilId={id} role={council.role} board={board} onChange={refresh} />
      ))}
    </Suspense>
  );
}
