import { Textarea } from '@mantine/core';
import { type JSX, type KeyboardEvent, type Ref, useId, useRef, useState } from 'react';
import composer from './Composer.module.css';
import { mentionAt, mentionChoices } from './mentions.ts';

interface Props {
  readonly label: string;
  readonly placeholder: string;
  readonly value: string;
  readonly names: readonly string[];
  readonly minRows?: number;
  readonly focused?: boolean;
  readonly describedBy?: string | undefined;
  readonly fieldRef?: Ref<HTMLTextAreaElement>;
  readonly onChange: (text: string) => void;
  /** Enter; Shift Enter begins a new line. */
  readonly onSend: () => void;
  readonly onEscape?: () => void;
}

/** A field for a few sentences that offers roles and aliases after an @. Enter sends. */
export function MentionField(props: Props): JSX.Element {
  const { value, names } = props;
  const own = useRef<HTMLTextAreaElement>(null);
  const [caret, setCaret] = useState(0);
  const [picked, setPicked] = useState(0);
  const [closed, setClosed] = useState(false);
  const list = useId();
  const word = closed ? null : mentionAt(value, caret);
  const choices = word === null ? [] : mentionChoices(names, word.word);
  const open = choices.length > 0;
  const at = Math.min(picked, choices.length - 1);

  const take = (name: string): void => {
    if (word === null) return;
    const next = `${value.slice(0, word.start)}@${name} ${value.slice(caret)}`;
    const place = word.start + name.length + 2;
    props.onChange(next);
    setCaret(place);
    requestAnimationFrame(() => own.current?.setSelectionRange(place, place));
  };
  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>): void => {
    if (event.nativeEvent.isComposing) return;
    if (open && (event.key === 'ArrowDown' || event.key === 'ArrowUp')) {
      event.preventDefault();
      setPicked((at + (event.key === 'ArrowDown' ? 1 : choices.length - 1)) % choices.length);
      return;
    }
    if (open && (event.key === 'Enter' || event.key === 'Tab') && choices[at] !== undefined) {
      event.preventDefault();
      take(choices[at]);
      return;
    }
    if (event.key === 'Escape') {
      event.preventDefault();
      event.stopPropagation();
      if (open) setClosed(true);
      else props.onEscape?.();
      return;
    }
    if (event.key === 'Enter' && !event.shiftKey) {
      event.preventDefault();
      props.onSend();
    }
  };
  return (
    <div className={composer['mention']}>
      <Textarea
        ref={(element) => {
          own.current = element;
          const { fieldRef } = props;
          if (typeof fieldRef === 'function') fieldRef(element);
          else if (fieldRef !== undefined && fieldRef !== null) fieldRef.current = element;
        }}
        aria-label={props.label}
        placeholder={props.placeholder}
        autosize
        minRows={props.minRows ?? 1}
        maxRows={8}
        maxLength={2000}
        value={value}
        data-autofocus={props.focused === true ? true : undefined}
        aria-describedby={props.describedBy}
        {...(open
          ? { 'aria-controls': list, 'aria-activedescendant': `${list}-${at}`, 'aria-autocomplete': 'list' as const }
          : {})}
        onChange={(event) => {
          setClosed(false);
          setPicked(0);
          setCaret(event.currentTarget.selectionStart);
          props.onChange(event.currentTarget.value);
        }}
        onSelect={(event) => setCaret(event.currentTarget.selectionStart)}
        onKeyDown={onKeyDown}
      />
      {open && (
        <div id={list} role="listbox" aria-label="Whom to mention" className={composer['choices']}>
          {choices.map((name, i) => (
            <div
              key={name}
              id={`${list}-${i}`}
              role="option"
              tabIndex={-1}
              aria-selected={i === at}
              className={composer['choice']}
              onPointerDown={(event) => {
                event.preventDefault();
                take(name);
              }}
            >
              @{name}
            </div>
          ))}
        </div>
      )}
    </div>
  );
}
