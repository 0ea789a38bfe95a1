import { Select } from '@mantine/core';
import { type JSX, useMemo } from 'react';
import { Link } from 'react-router';
import { boardFromFile } from '#shared/board/file.ts';
import { commentKind } from '#shared/critique/kinds.ts';
import { PROFILE_FIELDS } from '#shared/critique/profile.ts';
import type { RecapBoard, RecapComment } from '#shared/critique/recap/recap.ts';
import { saidOn } from '#shared/critique/recap/recap-comments.ts';
import { type BoardNotes, CONSENT_WORDS, type Consent } from '#shared/critique/recap-notes.ts';
import { frictionKind } from '#shared/overlays/friction-kinds.ts';
import { WhoShape } from '../canvas/WhoShape.tsx';
import type { CritiqueRoom } from '../critique/critique-room.ts';
import { BoardThumb } from '../ui/BoardThumb.tsx';
import { EditableList, EditableText } from './Editable.tsx';
import { editedTexts, type ListEdit, linesOf } from './list-edit.ts';
import styles from './recap.module.css';
import type { WriteRecap } from './use-writer.ts';

const STATE_WORDS = { open: '', answered: 'answered', passed: 'left open on purpose', resolved: 'resolved' } as const;

/** One comment with what was replied. */
export function RecapCommentRow({
  comment,
  lead = commentKind(comment.kind).label,
}: {
  readonly comment: RecapComment;
  /** What stands before it: its kind unless said. */
  readonly lead?: string;
}): JSX.Element {
  const { on, text, same, dots, state, replies, friction } = comment;
  const facts = [
    on,
    friction === null ? '' : `${frictionKind(friction.kind)?.label ?? ''} level ${friction.level}`.trim(),
    same === 0 ? '' : `same here ${same}`,
    dots === 0 ? '' : `${dots} ${dots === 1 ? 'dot' : 'dots'}`,
    STATE_WORDS[state],
  ].filter((fact) => fact !== '');
  return (
    <li className={styles['comment']}>
      <span className={styles['kind']}>{lead}</span>
      <div>
        <p>{text}</p>
        {facts.length > 0 && <p className={styles['facts']}>{facts.join(' · ')}</p>}
        {replies.map((reply, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two replies may be the same.
          <p key={i} className={styles['reply']}>
            {reply.alias !== null && <strong>{reply.alias}: </strong>}
            {reply.text}
          </p>
        ))}
      </div>
    </li>
  );
}

function Proposals({ board }: { readonly board: RecapBoard }): JSX.Element | null {
  if (board.proposals.length === 0) return null;
  return (
    <section className={styles['list']} aria-label="Proposed changes">
      <h4>Proposed changes</h4>
      <ul>
        {board.proposals.map(({ id, reason, changes, status, answer, stands }) => (
          <li key={id}>
            <strong>{status === 'accepted' && !stands ? 'Accepted, then undone' : STATUS[status]}.</strong> {reason}
            {answer !== null && answer.text !== '' && (
              <p className={styles['reply']}>
                <strong>{answer.alias}: </strong>
                {answer.text}
              </p>
            )}
            <ul>
              {changes.map((change) => (
                <li key={change}>{change}</li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
    </section>
  );
}

const STATUS = { open: 'Not answered', accepted: 'Accepted', parked: 'Parked', declined: 'Declined' } as const;

/** The bands its presenter said, which make it comparable. */
function Profile({ board }: { readonly board: RecapBoard }): JSX.Element | null {
  const said = PROFILE_FIELDS.flatMap(({ id, label }) => {
    const band = board.profile[id] ?? '';
    return band === '' ? [] : [{ label, band }];
  });
  if (said.length === 0) return null;
  return (
    <dl className={styles['profile']} aria-label="Profile">
      {said.map(({ label, band }) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{band}</dd>
        </div>
      ))}
    </dl>
  );
}

interface Props {
  readonly room: CritiqueRoom;
  readonly board: RecapBoard;
  /** I am scribe or convenor. */
  readonly writes: boolean;
  readonly write: WriteRecap;
}

/** One board of the session: its drawing, its model in a sentence, what was said, and what its presenter takes away. */
export function RecapBoardCard({ room, board, writes, write }: Props): JSX.Element {
  const drawing = useMemo(() => (board.file === null ? null : boardFromFile(board.file)), [board.file]);
  const slot = room.store.getState().session?.slots.find((one) => one.board === board.board);
  const own = slot?.seat === room.seat && room.can('recap.own', board.board);
  const title = board.title === '' ? 'Untitled board' : board.title;
  const { consent } = board;
  const saveOwn = (own: (latest: RecapBoard) => Partial<Omit<BoardNotes, 'sentence'>>): Promise<boolean> =>
    write((latest) => {
      const now = latest.boards.find((one) => one.board === board.board);
      return now === undefined ? null : { type: 'recap.own', board: now.board, notes: own(now) };
    });
  const list = (key: 'takeaways' | 'actions') => ({
    byPlace: true,
    items: linesOf(board[key]),
    save: own ? (edit: ListEdit) => saveOwn((now) => ({ [key]: editedTexts(now[key], edit) })) : null,
  });
  const said = saidOn(board);
  return (
    <article className={styles['board']} aria-label={title}>
      <header>
        <h3>
          <Link to={`/c/${room.councilId}/b/${board.board}`}>{title}</Link>
        </h3>
        {board.alias !== '' && (
          <p className={styles['who']}>
            <span style={{ color: `var(--who-${board.who})` }}>
              <WhoShape who={board.who} size={13} />
            </span>
            {board.alias}
          </p>
        )}
      </header>
      <EditableText
        label={`The model of ${title} in one sentence`}
        value={board.sentence}
        placeholder="The model in one sentence"
        save={writes ? (sentence) => write(() => ({ type: 'recap.sentence', board: board.board, sentence })) : null}
      />
      <div className={styles['beside']}>
        <div className={styles['picture']}>
          {drawing !== null && drawing.elements.size > 0 && (
            <BoardThumb board={drawing} label={`Drawing of ${title}`} />
          )}
        </div>
        <dl className={styles['read']} aria-label="Read">
          {board.read.map(({ label, value }) => (
            <div key={label} data-absent={value === 'Not drawn'}>
              <dt>{label}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      </div>
      <Profile board={board} />
      {said.length > 0 && (
        <section className={styles['list']} aria-label="What was said">
          <h4>What was said</h4>
          <ul className={styles['comments']}>
            {said.map((comment) => (
              <RecapCommentRow key={comment.id} comment={comment} />
            ))}
          </ul>
        </section>
      )}
      <Proposals board={board} />
      {board.changed.length > 0 && (
        <section className={styles['list']} aria-label="What changed">
          <h4>What changed</h4>
          <ul>
            {board.changed.map((change) => (
              <li key={change}>{change}</li>
            ))}
          </ul>
        </section>
      )}
      <EditableList title="Takeaways" one="Takeaway" most={3} {...list('takeaways')} />
      <EditableList title="Actions" one="Action" most={20} {...list('actions')} />
      <footer>
        {own ? (
          <Select
            label="What of this board may leave the council"
            description={CONSENT_WORDS[consent].says}
            allowDeselect={false}
            data={Object.entries(CONSENT_WORDS).map(([value, { label }]) => ({ value, label }))}
            value={consent}
            onChange={(value) => value !== null && void saveOwn(() => ({ consent: value as Consent }))}
          />
        ) : (
          <p>May leave the council: {CONSENT_WORDS[consent].label.toLowerCase()}.</p>
        )}
        <p>Version {board.version}</p>
      </footer>
    </article>
  );
}
