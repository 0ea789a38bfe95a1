import { Button, Menu } from '@mantine/core';
import { ChevronDown, FileUp, LayoutTemplate, MonitorSmartphone, Plus, Undo2, Users } from 'lucide-react';
import { type JSX, lazy, Suspense, useEffect, useRef, useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import { may } from '#shared/rights/may.ts';
import { ROLE_WORDS } from '#shared/rights/roles.ts';
import { Refusal } from '../board-page/Refusal.tsx';
import { WhoShape } from '../canvas/WhoShape.tsx';
import { pathOf } from '../home/made-board.ts';
import { readBoardFile } from '../home/new-board.ts';
import '../home/home.css';
import { api } from '../session/api.ts';
import { notify } from '../session/notify.ts';
import { useCouncil } from '../state/use-council.ts';
import { BoardCard } from '../ui/BoardCard.tsx';
import { lazyPart } from '../ui/lazy-part.ts';
import { Sidebar } from '../ui/Sidebar.tsx';
import '../ui/board-card.css';
import './council.css';

const SessionSection = lazyPart(() => import('./SessionSection.tsx').then((m) => ({ default: m.SessionSection })));
const OtherDevice = lazy(() => import('./OtherDevice.tsx').then((m) => ({ default: m.OtherDevice })));
const ShareDialog = lazy(() => import('./ShareDialog.tsx').then((m) => ({ default: m.ShareDialog })));

const tell = (error: unknown): void =>
  notify(error instanceof Error ? error.message : 'That did not work. Try again in a moment.');

/** A council: its boards as pictures, and its people. */
export function CouncilPage(): JSX.Element {
  const { councilId = '' } = useParams();
  const navigate = useNavigate();
  const { council, problem, refresh, room } = useCouncil(councilId);
  const [sharing, setSharing] = useState(false);
  const [moving, setMoving] = useState(false);
  const fileInput = useRef<HTMLInputElement>(null);
  useEffect(() => {
    document.title = `${council?.title || 'Council'} · Orgora`;
  }, [council?.title]);

  if (problem !== null && council === null) return <Refusal sentence={problem} />;
  if (council === null) return <main aria-busy="true" />;
  const can = (action: Parameters<typeof may>[2]): boolean => may(council.role, council.phase, action);

  const create = async (body: { title?: string; file?: unknown }): Promise<void> => {
    const board = await api.createBoard(councilId, body);
    await navigate(pathOf({ councilId, boardId: board.id }));
  };
  const openFile = async (file: File | undefined): Promise<void> => {
    if (file !== undefined) await create(await readBoardFile(file));
  };
  const rename = (title: string): void => {
    if (title.trim() !== '' && title.trim() !== council.title) {
      api.renameCouncil(councilId, title.trim()).then(refresh, tell);
    }
  };

  return (
    <div className="page">
      <Sidebar here={council} />
      <main className="page-main">
        <header className="page-head">
          <div className="council-head">
            {can('council.rename') ? (
              <h1>
                <input
                  key={council.title}
                  className="page-title-input"
                  aria-label="Council title"
                  defaultValue={council.title}
                  onBlur={(event) => rename(event.currentTarget.value)}
                  onKeyDown={(event) => {
                    if (event.key === 'Enter') event.currentTarget.blur();
                  }}
                />
              </h1>
            ) : (
              <h1>{council.title}</h1>
            )}
            <p className="council-me">
              <span style={{ color: `var(--who-${council.who})` }}>
                <WhoShape who={council.who} size={14} />
              </span>
              You are {council.alias}, {ROLE_WORDS[council.role].label.toLowerCase()}. {council.boards.length}{' '}
              {council.boards.length === 1 ? 'board' : 'boards'}. What is shown here stays here.
            </p>
          </div>
          <div className="page-actions">
            {council.phase !== 'sealed' && (
              <Button
                variant="subtle"
                color="gray"
                leftSection={<MonitorSmartphone size={16} />}
                onClick={() => setMoving(true)}
              >
                Continue on another device
              </Button>
            )}
            {can('council.links') && (
              <Button variant="default" leftSection={<Users size={16} />} onClick={() => setSharing(true)}>
                {council.phase === 'sealed' ? 'Who has access' : 'Share'}
              </Button>
            )}
            {can('board.create') && (
              <Menu position="bottom-end" portalProps={{ target: 'main' }} withInitialFocusPlaceholder={false}>
                <Menu.Target>
                  <Button leftSection={<Plus size={16} />} rightSection={<ChevronDown size={14} />}>
                    New board
                  </Button>
                </Menu.Target>
                <Menu.Dropdown>
                  <Menu.Item leftSection={<Plus size={14} />} onClick={() => void create({ title: '' }).catch(tell)}>
                    Empty
                  </Menu.Item>
                  <Menu.Item
                    leftSection={<LayoutTemplate size={14} />}
                    onClick={() => void navigate(`/templates?council=${councilId}`)}
                  >
                    From a template
                  </Menu.Item>
                  <Menu.Item leftSection={<FileUp size={14} />} onClick={() => fileInput.current?.click()}>
                    From a file
                  </Menu.Item>
                </Menu.Dropdown>
              </Menu>
            )}
            <input
              ref={fileInput}
              type="file"
              accept=".json,application/json"
              hidden
              onChange={(event) => void openFile(event.currentTarget.files?.[0]).catch(tell)}
            />
          </div>
        </header>
        {problem !== null && (
          <p className="page-problem" role="alert">
            {problem}
          </p>
        )}
        {room !== null && (
          <Suspense fallback={null}>
            <SessionSection part="session" council={council} room={room} refresh={refresh} />
          </Suspense>
        )}
        <h2>Boards</h2>
        <div className="board-grid">
          {can('board.create') && (
            <button type="button" className="new-tile" onClick={() => void create({ title: '' }).catch(tell)}>
              <Plus size={20} aria-hidden="true" />
              Empty board
            </button>
          )}
          {council.boards.map((board) => (
            <BoardCard
              key={board.id}
              councilId={councilId}
              role={council.role}
              phase={council.phase}
              board={board}
              onChange={refresh}
            />
          ))}
        </div>
        {council.boards.length === 0 && (
          <p className="page-hint">
            {can('board.create')
              ? 'No boards yet. Draw an empty one, or take a template or a file under New board. Then press Share.'
              : 'No boards yet. They appear here as soon as a presenter makes one.'}
          </p>
        )}
        {room !== null && (
          // Under the boards: what is offered comes a moment later, and nothing that is being pressed moves away.
          <Suspense fallback={null}>
            <SessionSection part="offer" council={council} room={room} refresh={refresh} />
          </Suspense>
        )}
        {council.deleted.length > 0 && (
          <section aria-labelledby="deleted">
            <h2 id="deleted">Deleted, kept for 30 days</h2>
            <ul className="council-deleted">
              {council.deleted.map((board) => (
                <li key={board.id}>
                  <span>{board.title || 'Untitled board'}</span>
                  <Button
                    size="xs"
                    variant="default"
                    leftSection={<Undo2 size={14} />}
                    onClick={() => api.restoreBoard(councilId, board.id).then(refresh, tell)}
                  >
                    Put it back
                  </Button>
                </li>
              ))}
            </ul>
          </section>
        )}
      </main>
      {moving && (
        <Suspense fallback={null}>
          <OtherDevice councilId={councilId} seat={council.seat} onClose={() => setMoving(false)} />
        </Suspense>
      )}
      {sharing && (
        <Suspense fallback={null}>
          <ShareDialog councilId={councilId} sealed={council.phase === 'sealed'} onClose={() => setSharing(false)} />
        </Suspense>
      )}
    </div>
  );
}
