import { Menu } from '@mantine/core';
import { Copy, Ellipsis, Pencil, Trash2 } from 'lucide-react';
import { type JSX, useState } from 'react';
import { Link } from 'react-router';
import type { BoardSummary } from '#shared/protocol/api.ts';
import { may, type Phase } from '#shared/rights/may.ts';
import type { Role } from '#shared/rights/roles.ts';
import { ApiError, api } from '../session/api.ts';
import { notify } from '../session/notify.ts';
import { useBoardState } from '../state/use-board-state.ts';
import { ago } from './ago.ts';
import { BoardThumb } from './BoardThumb.tsx';
import './board-card.css';

interface Props {
  readonly councilId: string;
  readonly role: Role;
  /** Of its council; outside a session when absent. */
  readonly phase?: Phase;
  readonly board: BoardSummary;
  /** Something about the council changed: look again. */
  readonly onChange: () => void;
}

const tell = (error: unknown): void =>
  notify(error instanceof ApiError ? error.message : 'That did not work. Try again in a moment.');

/** A board as its picture, with what may be done to it. */
export function BoardCard({ councilId, role, phase = 'open', board, onChange }: Props): JSX.Element {
  const content = useBoardState(councilId, board.id, board.version);
  const [renaming, setRenaming] = useState(false);
  const title = board.title || 'Untitled board';

  const run = (work: Promise<unknown>): void => {
    work.then(onChange, tell);
  };
  const remove = async (): Promise<void> => {
    await api.deleteBoard(councilId, board.id);
    notify(`${title} was deleted.`, {
      label: 'Put it back',
      run: () => run(api.restoreBoard(councilId, board.id)),
    });
  };
  const rename = (next: string): void => {
    setRenaming(false);
    if (next.trim() !== '' && next !== board.title) run(api.renameBoard(councilId, board.id, next.trim()));
  };

  return (
    <article className="board-card">
      <Link to={`/c/${councilId}/b/${board.id}`} className="board-card-picture">
        <span className="visually-hidden">Open {title}</span>
        {content !== null && content.elements.size > 0 ? <BoardThumb board={content} /> : null}
      </Link>
      <div className="board-card-foot">
        <div className="board-card-words">
          {renaming ? (
            <input
              className="board-card-input"
              aria-label="Board title"
              defaultValue={board.title}
              // biome-ignore lint/a11y/noAutofocus: the person has just asked to type here
              autoFocus
              onBlur={(event) => rename(event.currentTarget.value)}
              onKeyDown={(event) => {
                if (event.key === 'Enter') event.currentTarget.blur();
                if (event.key === 'Escape') setRenaming(false);
              }}
            />
          ) : (
            <h3 className="board-card-title">{title}</h3>
          )}
          <p className="board-card-when">{ago(board.changedAt)}</p>
        </div>
        {may(role, phase, 'board.rename') && (
          // The focus goes to the field for the title instead; back to the button it would end the edit at once.
          <Menu
            position="bottom-end"
            portalProps={{ target: 'main' }}
            withInitialFocusPlaceholder={false}
            returnFocus={!renaming}
          >
            <Menu.Target>
              <button type="button" className="icon-button" aria-label={`More for ${title}`}>
                <Ellipsis size={16} aria-hidden="true" />
              </button>
            </Menu.Target>
            <Menu.Dropdown>
              <Menu.Item leftSection={<Pencil size={14} />} onClick={() => setRenaming(true)}>
                Rename
              </Menu.Item>
              <Menu.Item leftSection={<Copy size={14} />} onClick={() => run(api.duplicateBoard(councilId, board.id))}>
                Duplicate
              </Menu.Item>
              {may(role, phase, 'board.delete') && (
                <Menu.Item leftSection={<Trash2 size={14} />} onClick={() => run(remove())}>
                  Delete
                </Menu.Item>
              )}
            </Menu.Dropdown>
          </Menu>
        )}
      </div>
    </article>
  );
}
