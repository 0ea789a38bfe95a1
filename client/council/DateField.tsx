import { TextInput } from '@mantine/core';
import { type JSX, useEffect, useState } from 'react';

interface Props {
  readonly label: string;
  /** `2026-05-12`, or empty. */
  readonly value: string;
  readonly min?: string;
  readonly onDate: (date: string) => void;
}

/** A day, kept when the field is left: while it is typed it passes through years that nobody means. */
export function DateField({ label, value, min, onDate }: Props): JSX.Element {
  const [text, setText] = useState(value);
  useEffect(() => setText(value), [value]);
  return (
    <TextInput
      size="xs"
      type="date"
      label={label}
      value={text}
      {...(min === undefined ? {} : { min })}
      onChange={(event) => setText(event.currentTarget.value)}
      onBlur={() => {
        if (text !== value) onDate(text);
      }}
    />
  );
}
