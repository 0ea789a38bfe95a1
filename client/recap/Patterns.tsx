import { Checkbox } from '@mantine/core';
import type { JSX } from 'react';
import type { CommandOf } from '#shared/critique/commands.ts';
import type { Recap, RecapPattern } from '#shared/critique/recap/recap.ts';
import type { PartProps } from './Across.tsx';
import { EditableList } from './Editable.tsx';
import { edited } from './list-edit.ts';
import look from './patterns.module.css';
import styles from './recap.module.css';

type Written = CommandOf<'recap.patterns'>['patterns'][number];

/** “n of 8” as a row of squares, filled for those that have it: read without colour. */
function Share({ n, of }: { readonly n: number; readonly of: number }): JSX.Element {
  return (
    <span className={look['share']}>
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

function PatternList({
  title,
  says,
  patterns,
}: {
  readonly title: string;
  readonly says: string;
  readonly patterns: readonly RecapPattern[];
}): JSX.Element | null {
  if (patterns.length === 0) return null;
  return (
    <section aria-label={title}>
      <h2>{title}</h2>
      <p className={styles['facts']}>{says}</p>
      <ul className={look['patterns']}>
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

const writtenIn = (recap: Recap): readonly Written[] =>
  recap.patterns.flatMap(({ id, text, boards }) => (id === null ? [] : [{ id, text, boards }]));

/** What was counted over the boards or said by hand, and where they part. */
export function Patterns({ writes, recap, write }: PartProps): JSX.Element {
  const written = writtenIn(recap);
  const all = recap.boards.map(({ board }) => board);
  const setBoards = (id: string, board: string, on: boolean): Promise<boolean> =>
    write((latest) => ({
      type: 'recap.patterns',
      patterns: writtenIn(latest).map((one) => {
        const others = one.boards.filter((other) => other !== board);
        return one.id === id ? { ...one, boards: on ? [...others, board] : others } : one;
      }),
    }));
  return (
    <>
      <PatternList title="Patterns" says="Counted on what is drawn, and said by hand." patterns={recap.patterns} />
      {writes && (
        <EditableList
          title="Patterns said by hand"
          one="Pattern"
          level={3}
          most={50}
          items={written}
          more={({ id }) => (
            <fieldset className={styles['boards']} aria-label="Boards it is true of">
              {recap.boards.map(({ board, alias, title }) => (
                <Checkbox
                  key={board}
                  size="xs"
                  label={alias || title || 'Untitled board'}
                  checked={written.some((one) => one.id === id && one.boards.includes(board))}
                  onChange={(event) => void setBoards(id, board, event.currentTarget.checked)}
                />
              ))}
            </fieldset>
          )}
          save={(edit) =>
            write((latest) => ({
              type: 'recap.patterns',
              patterns: edited(writtenIn(latest), edit, (line) => ({ ...line, boards: all })),
            }))
          }
        />
      )}
      <PatternList
        title="Where models part"
        says="About half the boards have it, and half have not."
        patterns={recap.splits}
      />
    </>
  );
}
