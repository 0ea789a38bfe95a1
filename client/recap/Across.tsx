import { useMediaQuery } from '@mantine/hooks';
import type { JSX } from 'react';
import type { CommandOf } from '#shared/critique/commands.ts';
import type { Recap } from '#shared/critique/recap/recap.ts';
import { VotePictureView } from '../critique/votes/VotePictureView.tsx';
import { EditableList } from './Editable.tsx';
import { edited } from './list-edit.ts';
import lists from './lists.module.css';
import styles from './recap.module.css';
import type { WriteRecap } from './use-writer.ts';

export interface PartProps {
  readonly recap: Recap;
  /** I am scribe or convenor. */
  readonly writes: boolean;
  readonly write: WriteRecap;
}

type Written = CommandOf<'recap.questions'>['questions'][number];

const writtenIn = (recap: Recap): readonly Written[] =>
  recap.questions.flatMap(({ id, text }) => (id === null ? [] : [{ id, text }]));

/** Whose board something was said on. */
export function boardName(recap: Recap, board: string | null): string {
  const found = recap.boards.find((one) => one.board === board);
  return found === undefined ? '' : found.alias || found.title;
}

/** What nobody could answer. */
export function Questions({ writes, recap, write }: PartProps): JSX.Element | null {
  if (recap.questions.length === 0 && !writes) return null;
  const shown = writes ? recap.questions.filter(({ id }) => id === null) : recap.questions;
  return (
    <section aria-label="Open questions">
      <h2>Open questions</h2>
      <ul className={lists['plain']}>
        {shown.map(({ id, text, board, same }, i) => {
          const facts = [boardName(recap, board), same === 0 ? '' : `same here ${same}`].filter((fact) => fact !== '');
          return (
            <li key={id ?? `${i} ${text}`}>
              {text}
              {facts.length > 0 && <span>{facts.join(' · ')}</span>}
            </li>
          );
        })}
      </ul>
      {writes && (
        <EditableList
          title="Written by hand"
          one="Question"
          level={3}
          most={50}
          items={writtenIn(recap)}
          save={(edit) =>
            write((latest) => ({
              type: 'recap.questions',
              questions: edited(writtenIn(latest), edit, (line) => line),
            }))
          }
        />
      )}
    </section>
  );
}

/** How the closing vote went. */
export function VoteResult({ recap }: { readonly recap: Recap }): JSX.Element | null {
  const phone = useMediaQuery('(max-width: 699px)', false, { getInitialValueInEffect: false });
  const { vote } = recap;
  if (vote === null) return null;
  return (
    <section aria-label="Vote">
      <h2>Vote</h2>
      <div className={styles['vote']}>
        <VotePictureView vote={vote} narrow={phone} />
      </div>
      <p className={styles['facts']}>
        {vote.voters === 1 ? '1 person' : `${vote.voters} people`} voted, {vote.budget} each. Votes set the order; they
        decide nothing.
      </p>
    </section>
  );
}
