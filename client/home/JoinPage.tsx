import { type JSX, useEffect, useRef, useState } from 'react';
import { useNavigate } from 'react-router';
import { Refusal } from '../board-page/Refusal.tsx';
import { api } from '../session/api.ts';

/** Where a person lands after joining: the only board, else the council. */
async function join(secret: string): Promise<string> {
  const { councilId } = await api.join(secret);
  const { boards } = await api.council(councilId);
  const only = boards.length === 1 ? boards[0] : undefined;
  return only === undefined ? `/c/${councilId}` : `/c/${councilId}/b/${only.id}`;
}

/** Takes the secret out of the address bar at once, then exchanges it for a seat. */
export function JoinPage(): JSX.Element {
  const navigate = useNavigate();
  const [problem, setProblem] = useState('');
  // The fragment is gone after the first look; a second run of the effect must not join twice.
  const asked = useRef(false);
  useEffect(() => {
    // A link pasted into this very tab only changes what stands behind the #: that loads no page by itself.
    const pasted = (): void => {
      if (window.location.hash.length > 1) window.location.reload();
    };
    window.addEventListener('hashchange', pasted);
    return () => window.removeEventListener('hashchange', pasted);
  }, []);
  useEffect(() => {
    document.title = 'Join · Orgora';
    if (asked.current) return;
    asked.current = true;
    const secret = decodeURIComponent(window.location.hash.slice(1));
    window.history.replaceState(window.history.state, '', window.location.pathname);
    if (secret === '') {
      setProblem('This link is not complete. Copy it again, up to its last letter, or ask for a new one.');
      return;
    }
    join(secret)
      .then((path) => navigate(path, { replace: true }))
      .catch((error: unknown) => {
        setProblem(error instanceof Error ? error.message : 'The link could not be opened. Try again.');
      });
  }, [navigate]);
  if (problem !== '') return <Refusal sentence={problem} />;
  return (
    <main className="refusal" aria-busy="true">
      <h1>Opening your seat</h1>
    </main>
  );
}
