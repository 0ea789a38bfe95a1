import { ActionIcon, Button, Textarea, TextInput } from '@mantine/core';
import { Plus, Trash2 } from 'lucide-react';
import { type JSX, useEffect, useState } from 'react';
import styles from './recap.module.css';

interface TextProps {
  readonly label: string;
  readonly value: string;
  readonly placeholder: string;
  /** `null`: it can only be read. */
  readonly onSave: ((text: string) => void) | null;
}

/** One sentence that may be written in place; kept when the field is left. */
export function EditableText({ label, value, placeholder, onSave }: TextProps): JSX.Element | null {
  const [text, setText] = useState(value);
  useEffect(() => setText(value), [value]);
  if (onSave === null) return value === '' ? null : <p className={styles['sentence']}>{value}</p>;
  return (
    <Textarea
      aria-label={label}
      placeholder={placeholder}
      autosize
      minRows={1}
      value={text}
      onChange={(event) => setText(event.currentTarget.value)}
      onBlur={() => {
        if (text.trim() !== value) onSave(text.trim());
      }}
    />
  );
}

interface ListProps {
  readonly title: string;
  readonly items: readonly string[];
  readonly most: number;
  /** What one of them is, for labels: “Takeaway”. */
  readonly one: string;
  readonly onSave: ((items: readonly string[]) => void) | null;
}

/** A short list of sentences; each is kept when its field is left, an empty one goes. */
export function EditableList({ title, items, most, one, onSave }: ListProps): JSX.Element | null {
  const [added, setAdded] = useState(0);
  if (onSave === null && items.length === 0) return null;
  const save = (index: number, text: string): void => {
    const next = [...items];
    next[index] = text.trim();
    const kept = next.filter((item) => item !== undefined && item !== '');
    setAdded(0);
    if (kept.join('\n') !== items.join('\n')) onSave?.(kept);
  };
  const rows = [...items, ...Array.from({ length: Math.min(added, most - items.length) }, () => '')];
  return (
    <section className={styles['list']} aria-label={title}>
      <h4>{title}</h4>
      {onSave === null ? (
        <ul>
          {items.map((item) => (
            <li key={item}>{item}</li>
          ))}
        </ul>
      ) : (
        <>
          {rows.map((item, i) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: two sentences may be the same.
            <div key={`${i} ${item}`} className={styles['row']}>
              <TextInput
                aria-label={`${one} ${i + 1}`}
                defaultValue={item}
                // biome-ignore lint/a11y/noAutofocus: the person has just asked for this field
                autoFocus={item === '' && i >= items.length}
                onBlur={(event) => save(i, event.currentTarget.value)}
                onKeyDown={(event) => {
                  if (event.key === 'Enter') event.currentTarget.blur();
                }}
              />
              <ActionIcon
                variant="subtle"
                color="gray"
                aria-label={`Take out ${one.toLowerCase()} ${i + 1}`}
                onClick={() => save(i, '')}
              >
                <Trash2 size={15} />
              </ActionIcon>
            </div>
          ))}
          {rows.length < most && (
            <Button
              className={styles['add'] ?? ''}
              size="xs"
              variant="subtle"
              color="gray"
              leftSection={<Plus size={14} />}
              onClick={() => setAdded((n) => n + 1)}
            >
              Add {one.toLowerCase()}
            </Button>
          )}
        </>
      )}
    </section>
  );
}
