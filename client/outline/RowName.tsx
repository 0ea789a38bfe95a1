import { type JSX, type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { useRuntime } from '../session/runtime.ts';
import styles from './Outline.module.css';
import { activate, outlineStore } from './outline-store.ts';
import { addUnder, rawName, rename } from './row-actions.ts';
import type { Row } from './rows.ts';

/** The field of a row's name. Enter keeps it, Tab keeps it and adds one below, Escape leaves it as it was. */
export function RowName({ row, initial }: { readonly row: Row; readonly initial: string | null }): JSX.Element {
  const runtime = useRuntime();
  const store = outlineStore(runtime);
  const ref = useRef<HTMLInputElement>(null);
  const done = useRef(false);
  const [text, setText] = useState(() => initial ?? rawName(runtime, row));

  // biome-ignore lint/correctness/useExhaustiveDependencies: the field begins once, whatever changes around it.
  useEffect(() => {
    const field = ref.current;
    if (field === null) return undefined;
    field.focus({ preventScroll: true });
    if (initial === null) field.select();
    else field.setSelectionRange(field.value.length, field.value.length);
    const { id } = row;
    runtime.room.show({ editing: id });
    return () => runtime.room.show({ editing: null });
  }, []);

  const finish = (write: boolean, focus: boolean): void => {
    if (done.current) return;
    done.current = true;
    if (write) rename(runtime, row, text);
    if (store.getState().editing?.key === row.key) store.setState({ editing: null });
    if (focus) activate(store, row.key, true);
  };

  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>): void => {
    // Keys typed into a name are not the tree's, nor the board's.
    event.stopPropagation();
    if (event.nativeEvent.isComposing) return;
    if (event.key !== 'Enter' && event.key !== 'Tab' && event.key !== 'Escape') return;
    event.preventDefault();
    finish(event.key !== 'Escape', true);
    if (event.key === 'Tab' && !event.shiftKey && row.type === 'element') addUnder(runtime, row);
  };

  return (
    <input
      ref={ref}
      className={styles['field']}
      aria-label={row.type === 'member' ? `Share of ${row.name}, per cent` : 'Name'}
      value={text}
      maxLength={row.type === 'member' ? 5 : 2000}
      inputMode={row.type === 'member' ? 'decimal' : 'text'}
      spellCheck={false}
      onChange={(event) => setText(event.currentTarget.value)}
      onKeyDown={onKeyDown}
      onBlur={() => finish(true, false)}
    />
  );
}
