import { ActionIcon, Button, TextInput } from '@mantine/core';
import { Plus, Trash2 } from 'lucide-react';
import { type JSX, useRef, useState } from 'react';
import type { Recap } from '#shared/critique/recap/recap.ts';
import type { WordDecision } from '#shared/critique/recap-notes.ts';
import { newId } from '../session/new-id.ts';
import type { PartProps } from './Across.tsx';
import { EditField } from './Editable.tsx';
import lists from './lists.module.css';
import styles from './recap.module.css';

const EMPTY_WORD = { term: '', symbol: '', meaning: '' };
const FIELDS = [
  ['term', 'Term', 200],
  ['symbol', 'Symbol', 200],
  ['meaning', 'Meaning', 500],
] as const;
const plain = ({ id, term, symbol, meaning }: WordDecision): WordDecision => ({ id, term, symbol, meaning });

function NewWord({ decide }: { readonly decide: (word: typeof EMPTY_WORD) => Promise<boolean> }): JSX.Element {
  const [word, setWord] = useState(EMPTY_WORD);
  const first = useRef<HTMLInputElement>(null);
  const empty = word.term.trim() === '';
  return (
    <form
      className={lists['word']}
      onSubmit={(event) => {
        event.preventDefault();
        if (empty) return;
        first.current?.focus();
        void decide(word).then((kept) => kept && setWord(EMPTY_WORD));
      }}
    >
      {FIELDS.map(([key, label, longest], i) => (
        <TextInput
          key={key}
          {...(i === 0 ? { ref: first } : {})}
          aria-label={`${label} of a new word`}
          placeholder={label}
          maxLength={longest}
          value={word[key]}
          onChange={(event) => {
            const { value } = event.currentTarget;
            setWord((now) => ({ ...now, [key]: value }));
          }}
        />
      ))}
      <Button type="submit" variant="default" px={10} aria-label="Decide on this word" disabled={empty}>
        <Plus size={15} />
      </Button>
    </form>
  );
}

/** The words the council agreed on: term, symbol, meaning; and those that were said and not decided on. */
export function Words({ writes, recap, write }: PartProps): JSX.Element | null {
  const { words, offered } = recap;
  if (words.length === 0 && offered.length === 0 && !writes) return null;
  const change = (next: (latest: readonly WordDecision[]) => readonly WordDecision[]): Promise<boolean> =>
    write((latest: Recap) => ({ type: 'recap.words', words: next(latest.words.map(plain)) }));
  const decide = (word: typeof EMPTY_WORD): Promise<boolean> => change((all) => [...all, { id: newId(), ...word }]);
  return (
    <section aria-label="Words">
      <h2>Words</h2>
      <ul className={lists['words']} aria-label="Decided">
        {words.map((word) => (
          <li key={word.id} className={lists['word']}>
            {FIELDS.map(([key, label, longest]) =>
              writes ? (
                <EditField
                  key={key}
                  label={`${label} of ${word.term}`}
                  placeholder={label}
                  longest={longest}
                  value={word[key]}
                  save={(text) =>
                    change((all) => all.map((one) => (one.id === word.id ? { ...one, [key]: text } : one)))
                  }
                />
              ) : key === 'term' ? (
                <strong key={key}>{word.term}</strong>
              ) : (
                <span key={key}>{word[key]}</span>
              ),
            )}
            {writes && (
              <ActionIcon
                variant="subtle"
                color="gray"
                className={styles['out'] ?? ''}
                aria-label={`Take out ${word.term}`}
                onClick={() => void change((all) => all.filter(({ id }) => id !== word.id))}
              >
                <Trash2 size={15} />
              </ActionIcon>
            )}
          </li>
        ))}
      </ul>
      {writes && <NewWord decide={decide} />}
      {offered.length > 0 && (
        <>
          <h3>Said, not decided</h3>
          <ul className={lists['words']} aria-label="Said, not decided">
            {offered.map(({ term, symbol, meaning }) => (
              <li key={`${term} ${symbol} ${meaning}`} className={lists['word']}>
                <strong>{term}</strong>
                <span>{symbol}</span>
                <span>{meaning}</span>
                {writes && (
                  <Button
                    variant="default"
                    size="xs"
                    aria-label={`Decide on ${term}`}
                    onClick={() => void decide({ term, symbol, meaning })}
                  >
                    Decide
                  </Button>
                )}
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}
