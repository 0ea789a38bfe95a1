import { Button } from '@mantine/core';
import { type JSX, useEffect, useRef, useState } from 'react';
import { MentionField } from './MentionField.tsx';
import thread from './Thread.module.css';

interface Props {
  readonly label: string;
  readonly text: string;
  readonly names: readonly string[];
  readonly onSave: (text: string) => Promise<boolean>;
  readonly onClose: () => void;
}

/** Changes words of one's own. */
export function EditField({ label, text, names, onSave, onClose }: Props): JSX.Element {
  const [value, setValue] = useState(text);
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => field.current?.focus(), []);
  const save = (): void => {
    if (value.trim() === '' || value.trim() === text) onClose();
    else
      void onSave(value).then((taken) => {
        if (taken) onClose();
      });
  };
  return (
    <div className={thread['edit']}>
      <MentionField
        fieldRef={field}
        label={label}
        placeholder=""
        value={value}
        names={names}
        minRows={2}
        onChange={setValue}
        onSend={save}
        onEscape={onClose}
      />
      <div>
        <Button size="xs" onClick={save}>
          Save
        </Button>
        <Button size="xs" variant="subtle" onClick={onClose}>
          Cancel
        </Button>
      </div>
    </div>
  );
}
