import { ActionIcon, Button, TextInput } from '@mantine/core';
import { Plus, Trash2 } from 'lucide-react';
import { type JSX, useState } from 'react';
import type { Recap, RecapPattern } from '#shared/critique/recap/recap.ts';
import type { WordDecision } from '#shared/critique/recap-notes.ts';
import type { CritiqueRoom } from '../critique/critique-room.ts';
import { VotePictureView } from '../critique/votes/VotePictureView.tsx';
import { newId } from '../session/new-id.ts';
import { EditableList } from './Editable.tsx';
import styles from './recap.module.css';

interface Props {
  readonly room: CritiqueRoom;
  readonly recap: Recap;
  readonly onSaved: () => void;
}

/** “n of 8” as a row of squares, filled for those that have it: read without colour. */
function Share({ n, of }: { readonly n: number; readonly of: number }): JSX.Element {
  return (
    <span className={styles['share']}>
      <span aria-hidden="true">
        {Array.from({ length: of }, (_, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a square is nothing but its place
          <i key={i} data-on={i < n} />
        ))}
      </span>
      {n} of {of}
    </span>
  );
}

function PatternList({ title, patterns }: { readonly title: string; readonly patterns: readonly RecapPattern[] }) {
  if (patterns.length === 0) return null;
  return (
    <section aria-label={title}>
      <h2>{title}</h2>
      <ul className={styles['patterns']}>
        {patterns.map(({ id, text, n, of }) => (
          <li key={id ?? text}>
            <span>{text}</span>
            <Share n={n} of={of} />
          </li>
        ))}
      </ul>
    </section>
  );
}

/** What was counted over the boards, and where they part. */
export function Patterns({ room, recap, onSaved }: Props): JSX.Element {
  const writes = room.can('recap.write', null);
  const written = recap.patterns.filter(({ counted }) => !counted);
  return (
    <>
      <PatternList title="Patterns" patterns={recap.patterns} />
      {writes && (
        <EditableList
          title="Patterns in words"
          one="Pattern"
          most={50}
          items={written.map(({ text }) => text)}
          onSave={(texts) => {
            const known = new Map(written.map((pattern) => [pattern.text, pattern]));
            const patterns = texts.map((text) => {
              const old = known.get(text);
              return { id: old?.id ?? newId(), text, boards: old?.boards ?? recap.boards.map(({ board }) => board) };
            });
            void room.send({ type: 'recap.patterns', patterns }).then((taken) => taken && onSaved());
          }}
        />
      )}
      <PatternList title="Where models part" patterns={recap.splits} />
    </>
  );
}

const EMPTY_WORD = { term: '', symbol: '', meaning: '' };
const FIELDS = [
  ['term', 'Term'],
  ['symbol', 'Symbol'],
  ['meaning', 'Meaning'],
] as const;

/** The words the council agreed on: term, symbol, meaning. */
export function Words({ room, recap, onSaved }: Props): JSX.Element | null {
  const writes = room.can('recap.write', null);
  const [fresh, setFresh] = useState(EMPTY_WORD);
  if (recap.words.length === 0 && !writes) return null;
  const save = (words: readonly WordDecision[]): void => {
    const plain = words.map(({ id, term, symbol, meaning }) => ({ id, term, symbol, meaning }));
    void room.send({ type: 'recap.words', words: plain }).then((taken) => {
      if (taken) setFresh(EMPTY_WORD);
      if (taken) onSaved();
    });
  };
  return (
    <section aria-label="Words">
      <h2>Words</h2>
      <table className={styles['words']}>
        <thead>
          <tr>
            {FIELDS.map(([key, label]) => (
              <th key={key} scope="col">
                {label}
              </th>
            ))}
            {writes && <th aria-label="Take out" />}
          </tr>
        </thead>
        <tbody>
          {recap.words.map((word) => (
            <tr key={word.id}>
              <th scope="row">{word.term}</th>
              <td>{word.symbol}</td>
              <td>
                {word.meaning}
                {word.from.map((text) => (
                  <p key={text} className={styles['facts']}>
                    {text}
                  </p>
                ))}
              </td>
              {writes && (
                <td>
                  <ActionIcon
                    variant="subtle"
                    color="gray"
                    aria-label={`Take out ${word.term}`}
                    onClick={() => save(recap.words.filter(({ id }) => id !== word.id))}
                  >
                    <Trash2 size={15} />
                  </ActionIcon>
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
      {writes && (
        <form
          className={styles['row']}
          onSubmit={(event) => {
            event.preventDefault();
            if (fresh.term.trim() !== '') save([...recap.words, { id: newId(), ...fresh }]);
          }}
        >
          {FIELDS.map(([key, label]) => (
            <TextInput
              key={key}
              aria-label={`${label} of a new word`}
              placeholder={label}
              value={fresh[key]}
              onChange={(event) => {
                const { value } = event.currentTarget;
                setFresh((now) => ({ ...now, [key]: value }));
              }}
            />
          ))}
          <Button type="submit" variant="default" leftSection={<Plus size={14} />} disabled={fresh.term.trim() === ''}>
            Decide
          </Button>
        </form>
      )}
    </section>
  );
}

/** What nobody could answer. */
export function Questions({ room, recap, onSaved }: Props): JSX.Element | null {
  const writes = room.can('recap.write', null);
  const asked = recap.questions.filter(({ id }) => id === null);
  const written = recap.questions.filter(({ id }) => id !== null);
  if (recap.questions.length === 0 && !writes) return null;
  return (
    <section aria-label="Open questions">
      <h2>Open questions</h2>
      <ul>
        {(writes ? asked : recap.questions).map(({ text, same }) => (
          <li key={text}>
            {text}
            {same > 0 && <span className={styles['facts']}> same here {same}</span>}
          </li>
        ))}
      </ul>
      {writes && (
        <EditableList
          title="Written by hand"
          one="Question"
          most={50}
          items={written.map(({ text }) => text)}
          onSave={(texts) => {
            const known = new Map(written.map(({ id, text }) => [text, id]));
            const questions = texts.map((text) => ({ id: known.get(text) ?? newId(), text }));
            void room.send({ type: 'recap.questions', questions }).then((taken) => taken && onSaved());
          }}
        />
      )}
    </section>
  );
}

/** How the closing vote went. */
export function VoteResult({ recap }: { readonly recap: Recap }): JSX.Element | null {
  const { vote } = recap;
  if (vote === null) return null;
  const title = vote.title === '' ? 'Vote' : vote.title;
  return (
    <section aria-label={title}>
      <h2>Vote</h2>
      <div className={styles['vote']}>
        <VotePictureView vote={{ ...vote, title }} />
      </div>
      <p className={styles['facts']}>
        {vote.voters} {vote.voters === 1 ? 'person' : 'people'} voted, {vote.budget} each.
      </p>
    </section>
  );
}
