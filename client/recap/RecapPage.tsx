import { Button, Menu } from '@mantine/core';
import { ChevronDown, Download, Printer } from 'lucide-react';
import { type JSX, useEffect } from 'react';
import { Link, useParams } from 'react-router';
import { useStore } from 'zustand';
import type { Recap } from '#shared/critique/recap/recap.ts';
import { Refusal } from '../board-page/Refusal.tsx';
import type { CritiqueRoom } from '../critique/critique-room.ts';
import { notify } from '../session/notify.ts';
import { useCouncil } from '../state/use-council.ts';
import { boardName, Questions, VoteResult } from './Across.tsx';
import { Patterns } from './Patterns.tsx';
import { RecapBoardCard, RecapCommentRow } from './RecapBoardCard.tsx';
import styles from './recap.module.css';
import { type RecapFormat, type RecapReader, saveRecap } from './save-recap.ts';
import { useRecap } from './use-recap.ts';
import { useWriter } from './use-writer.ts';
import { Words } from './Words.tsx';

const day = (at: number | string): string =>
  new Date(at).toLocaleDateString('en', { day: 'numeric', month: 'long', year: 'numeric' });

const FILES: readonly { readonly label: string; readonly reader: RecapReader; readonly format: RecapFormat }[] = [
  { label: 'Slides for the council', reader: 'council', format: 'pptx' },
  { label: 'Markdown for the council', reader: 'council', format: 'md' },
  { label: 'Slides to show outside', reader: 'outside', format: 'pptx' },
  { label: 'Markdown to show outside', reader: 'outside', format: 'md' },
];

function Files({ recap }: { readonly recap: Recap }): JSX.Element {
  const save = (reader: RecapReader, format: RecapFormat): void => {
    saveRecap(recap, reader, format).catch((error: unknown) =>
      notify(error instanceof Error ? error.message : 'The file could not be made. Try again.'),
    );
  };
  return (
    <div className={styles['actions']}>
      <Button variant="default" leftSection={<Printer size={16} />} onClick={() => window.print()}>
        Print
      </Button>
      <Menu position="bottom-end" withInitialFocusPlaceholder={false} portalProps={{ target: 'main' }}>
        <Menu.Target>
          <Button leftSection={<Download size={16} />} rightSection={<ChevronDown size={14} />}>
            Save
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {FILES.map(({ label, reader, format }) => (
            <Menu.Item key={label} onClick={() => save(reader, format)}>
              {label}
            </Menu.Item>
          ))}
          <Menu.Label className={styles['hint'] ?? ''}>
            Outside: no words, no aliases, boards only as their presenters agreed, and no figure over fewer than five
            boards.
          </Menu.Label>
        </Menu.Dropdown>
      </Menu>
    </div>
  );
}

interface BodyProps {
  readonly room: CritiqueRoom;
  readonly recap: Recap;
  readonly refresh: () => void;
}

/** All of a recap, and what of it I may write. */
export function RecapBody({ room, recap, refresh }: BodyProps): JSX.Element {
  const { aliases, boards, failures, deleteAt, startedAt } = recap;
  const facts = [
    startedAt === null ? '' : day(startedAt),
    aliases.join(', '),
    `Symbols version ${recap.vocabulary}`,
  ].filter((fact) => fact !== '');
  const write = useWriter(room, refresh);
  // What one may write changes with the step, the role and whose board it is.
  useStore(room.store, ({ phase, role, session }) => `${phase} ${role} ${session?.slots.map(({ seat }) => seat)}`);
  const parts = { recap, writes: room.can('recap.write', null), write };
  return (
    <>
      <header className={styles['head']}>
        <div>
          <p className={styles['back']}>
            <Link to={`/c/${room.councilId}`}>{recap.council}</Link>
          </p>
          <h1>Recap</h1>
          <p className={styles['facts']}>{facts.join(' · ')}</p>
          <p className={styles['rule']}>{recap.rule}</p>
        </div>
        <Files recap={recap} />
      </header>
      {boards.length === 0 && <p>No board was presented. What was said about boards stands on them.</p>}
      {boards.map((board) => (
        <RecapBoardCard key={board.board} room={room} board={board} writes={parts.writes} write={write} />
      ))}
      <div className={styles['across']}>
        <Patterns {...parts} />
        <Words {...parts} />
        <Questions {...parts} />
        <VoteResult recap={recap} />
        {failures.length > 0 && (
          <section aria-label="Imagined failures">
            <h2>Imagined failures</h2>
            <p className={styles['facts']}>It is a year later and this failed: why?</p>
            <ul className={styles['comments']}>
              {failures.map((comment) => (
                <RecapCommentRow key={comment.id} comment={comment} lead={boardName(recap, comment.board)} />
              ))}
            </ul>
          </section>
        )}
      </div>
      <p className={styles['end']}>
        {recap.mapping === 'destroy'
          ? 'Who wrote what is destroyed at the end.'
          : 'Who wrote what is sealed with the convenor’s passphrase at the end.'}
        {deleteAt !== null && ` Everything here is deleted on ${day(deleteAt)}.`}
      </p>
    </>
  );
}

/** What everybody leaves a session with: read by all, written in place by the scribe, the convenor and each presenter. */
export function RecapPage(): JSX.Element {
  const { councilId = '' } = useParams();
  const { council, problem, room } = useCouncil(councilId);
  const { recap, problem: missing, refresh } = useRecap(councilId, council !== null && council.phase !== 'sealed');
  useEffect(() => {
    document.title = `Recap · ${council?.title || 'Council'} · Orgora`;
  }, [council?.title]);
  const sentence = council === null ? problem : recap === null ? missing : null;
  if (sentence !== null) return <Refusal sentence={sentence} />;
  if (recap === null || room === null) return <main aria-busy="true" />;
  return (
    <main className={styles['page']}>
      <RecapBody room={room} recap={recap} refresh={refresh} />
    </main>
  );
}
