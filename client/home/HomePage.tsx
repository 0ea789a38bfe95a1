import { Button } from '@mantine/core';
import { FileUp, Plus } from 'lucide-react';
import { type JSX, useEffect, useRef, useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { api } from '../session/api.ts';
import { notify } from '../session/notify.ts';
import { useMe } from '../state/use-me.ts';
import { Sidebar } from '../ui/Sidebar.tsx';
import { CouncilShelf } from './CouncilShelf.tsx';
import { CreateKeyDialog } from './CreateKeyDialog.tsx';
import { FileDrop } from './FileDrop.tsx';
import '../ui/board-card.css';
import './home.css';
import { type MadeBoard, pathOf } from './made-board.ts';
import { NewCouncilDialog } from './NewCouncilDialog.tsx';
import { openNext } from './open-next.ts';
import { StartHere } from './StartHere.tsx';

const tell = (error: unknown): void =>
  notify(error instanceof Error ? error.message : 'That did not work. Try again in a moment.');

/** Making boards needs the code that reads them: loaded when somebody makes one, not before the first look. */
const newBoards = () => import('./new-board.ts');

async function openFile(file: File): Promise<MadeBoard> {
  const { makeCouncil, readBoardFile } = await newBoards();
  const content = await readBoardFile(file);
  const council = await makeCouncil(content.title, true);
  return { councilId: council.id, boardId: (await api.createBoard(council.id, content)).id };
}

/** Home: my boards and councils, and every way to start one. */
export function HomePage(): JSX.Element {
  const navigate = useNavigate();
  const { me, problem } = useMe();
  const [asking, setAsking] = useState(false);
  const fileInput = useRef<HTMLInputElement>(null);
  useEffect(() => {
    document.title = 'Orgora';
  }, []);

  const go = (made: Promise<MadeBoard>): void => {
    made.then((board) => navigate(pathOf(board))).catch(tell);
  };
  const empty = (): void => go(newBoards().then(({ makeBoard }) => makeBoard('')));
  const list = (): void =>
    go(
      newBoards()
        .then(({ makeBoard }) => makeBoard(''))
        .then((board) => {
          openNext('import');
          return board;
        }),
    );
  const sample = (): void => {
    import('./sample-council.ts')
      .then(({ makeSampleCouncil }) => makeSampleCouncil())
      .then((id) => navigate(`/c/${id}`))
      .catch(tell);
  };
  const file = (chosen: File | undefined): void => {
    if (chosen !== undefined) go(openFile(chosen));
  };
  const councils = me?.councils ?? [];

  return (
    <div className="page">
      <Sidebar onNewCouncil={() => setAsking(true)} />
      <main className="page-main">
        <header className="page-head">
          <div>
            <h1>Your boards</h1>
            <p>
              {me !== null && councils.length === 0
                ? 'Draw how your people are organised. Press New board and place the first team, or begin with one of these.'
                : 'What is shown here stays here.'}
            </p>
          </div>
          <div className="page-actions">
            <Button
              variant="default"
              leftSection={<FileUp size={16} aria-hidden="true" />}
              onClick={() => fileInput.current?.click()}
            >
              Open a file
            </Button>
            <Button leftSection={<Plus size={16} aria-hidden="true" />} onClick={empty}>
              New board
            </Button>
            <input
              ref={fileInput}
              type="file"
              accept=".json,.png,.svg,.pdf,.pptx,application/json"
              aria-label="Board file"
              hidden
              onChange={(event) => file(event.currentTarget.files?.[0])}
            />
          </div>
        </header>
        {problem !== null && (
          <p className="page-problem" role="alert">
            {problem}
          </p>
        )}
        <StartHere onList={list} onSample={sample} first={me !== null && councils.length === 0} />
        <section aria-labelledby="boards">
          <h2 id="boards">Boards</h2>
          <div className="board-grid">
            <div>
              <button type="button" className="new-tile" onClick={empty}>
                <Plus size={20} aria-hidden="true" />
                Empty board
              </button>
              <p className="page-hint">Or drop a board file anywhere here</p>
            </div>
            {councils
              .filter((council) => council.alone)
              .map((council) => (
                <CouncilShelf key={council.id} id={council.id} />
              ))}
          </div>
        </section>
        {councils
          .filter((council) => !council.alone)
          .map((council) => (
            <section key={council.id} aria-labelledby={`council-${council.id}`}>
              <h2 id={`council-${council.id}`}>
                <Link to={`/c/${council.id}`}>{council.title || 'Untitled council'}</Link>
              </h2>
              <div className="board-grid">
                <CouncilShelf id={council.id} />
              </div>
            </section>
          ))}
      </main>
      <FileDrop onFile={file} />
      <CreateKeyDialog />
      {asking && <NewCouncilDialog onClose={() => setAsking(false)} />}
    </div>
  );
}
