import { ActionIcon, Button, Textarea } from '@mantine/core';
import { Plus, Trash2 } from 'lucide-react';
import { type JSX, type KeyboardEvent, type ReactNode, useRef, useState } from 'react';
import { newId } from '../session/new-id.ts';
import type { Line, ListEdit } from './list-edit.ts';
import styles from './recap.module.css';
import { useDraft } from './use-draft.ts';

/** Longest sentence the server takes, in characters. */
const LONGEST = 500;

interface FieldProps {
  readonly label: string;
  readonly value: string;
  readonly placeholder?: string;
  readonly longest?: number;
  readonly save: (text: string) => Promise<boolean>;
}

/** A field that is kept when it is left or with Enter; Escape takes back what was written in it. */
export function EditField({ label, value, placeholder = '', longest = LONGEST, save }: FieldProps): JSX.Element {
  const draft = useDraft(value, save);
  return (
    <Textarea
      className={styles['field'] ?? ''}
      aria-label={label}
      placeholder={placeholder}
      autosize
      minRows={1}
      maxLength={longest}
      value={draft.text}
      onChange={(event) => draft.set(event.currentTarget.value)}
      onBlur={draft.keep}
      onKeyDown={(event) => {
        if (event.key === 'Escape') draft.undo();
        if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return;
        event.preventDefault();
        draft.keep();
      }}
    />
  );
}

interface TextProps {
  readonly label: string;
  readonly value: string;
  readonly placeholder: string;
  /** `null`: it can only be read. */
  readonly save: ((text: string) => Promise<boolean>) | null;
}

/** One sentence that may be written in place. */
export function EditableText({ save, ...field }: TextProps): JSX.Element | null {
  if (save !== null) return <EditField {...field} save={save} />;
  return field.value === '' ? null : <p className={styles['sentence']}>{field.value}</p>;
}

/** The line that is not in the list yet: Enter keeps it and waits for the next one. */
function NewLine({
  label,
  add,
  done,
}: {
  readonly label: string;
  readonly add: (text: string) => void;
  readonly done: () => void;
}): JSX.Element {
  const [text, setText] = useState('');
  const keep = (): void => {
    if (text.trim() !== '') add(text.trim());
    setText('');
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') done();
    if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
    event.preventDefault();
    if (text.trim() === '') done();
    else keep();
  };
  return (
    <div className={styles['row']}>
      <Textarea
        className={styles['field'] ?? ''}
        aria-label={label}
        placeholder={label}
        autosize
        minRows={1}
        maxLength={LONGEST}
        autoFocus
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        onBlur={() => {
          keep();
          done();
        }}
        onKeyDown={onKeyDown}
      />
    </div>
  );
}

interface ListProps {
  readonly title: string;
  readonly items: readonly Line[];
  readonly most: number;
  /** What one of them is, for labels: “Takeaway”. */
  readonly one: string;
  /** Level of its title. */
  readonly level?: 3 | 4;
  /** The lines have no id that lasts: a changed one stays the field it is. */
  readonly byPlace?: boolean;
  /** What else can be said about a line. */
  readonly more?: (line: Line) => ReactNode;
  /** `null`: it can only be read. */
  readonly save: ((edit: ListEdit) => Promise<boolean>) | null;
}

/** A short list of sentences, each written in place; an empty one goes. */
export function EditableList({
  title,
  items,
  most,
  one,
  level = 4,
  byPlace = false,
  more,
  save,
}: ListProps): JSX.Element | null {
  const [adding, setAdding] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  if (save === null && items.length === 0) return null;
  const Heading = `h${level}` as const;
  const small = one.toLowerCase();
  const room = items.length < most;
  return (
    <section className={styles['list']} aria-label={title}>
      <Heading>{title}</Heading>
      {save === null ? (
        <ul>
          {items.map(({ id, text }) => (
            <li key={id}>{text}</li>
          ))}
        </ul>
      ) : (
        <>
          {items.map((line, i) => (
            <div key={byPlace ? i : line.id}>
              <div className={styles['row']}>
                <EditField
                  label={`${one} ${i + 1}`}
                  value={line.text}
                  save={(text) =>
                    save(text === '' ? { type: 'remove', id: line.id } : { type: 'set', id: line.id, text })
                  }
                />
                <ActionIcon
                  variant="subtle"
                  color="gray"
                  className={styles['out'] ?? ''}
                  aria-label={`Take out ${small} ${i + 1}`}
                  onClick={() => {
                    button.current?.focus();
                    void save({ type: 'remove', id: line.id });
                  }}
                >
                  <Trash2 size={15} />
                </ActionIcon>
              </div>
              {more?.(line)}
            </div>
          ))}
          {adding && room && (
            <NewLine
              key={items.length}
              label={`New ${small}`}
              add={(text) => void save({ type: 'add', id: newId(), text })}
              done={() => setAdding(false)}
            />
          )}
          {room && (
            <Button
              ref={button}
              className={styles['add'] ?? ''}
              size="xs"
              variant="subtle"
              color="gray"
              leftSection={<Plus size={14} />}
              onClick={() => setAdding(true)}
            >
              Add {small}
            </Button>
          )}
        </>
      )}
    </section>
  );
}
