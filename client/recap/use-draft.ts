import { useEffect, useRef, useState } from 'react';

export interface Draft {
  readonly text: string;
  readonly set: (text: string) => void;
  /** Keeps what was written, when it differs. */
  readonly keep: () => void;
  /** Back to what is kept. */
  readonly undo: () => void;
}

/**
 * The text of a field that is kept when the field is left. What others write shows in it only while nobody writes here; what
 * could not be kept stays in the field.
 */
export function useDraft(value: string, save: (text: string) => Promise<boolean>): Draft {
  const [text, setText] = useState(value);
  const dirty = useRef(false);
  /** What is on its way. */
  const sent = useRef<string | null>(null);
  const written = useRef(text);
  written.current = text;
  useEffect(() => {
    if (!dirty.current) setText(value);
  }, [value]);
  return {
    text,
    set(next) {
      dirty.current = true;
      setText(next);
    },
    keep() {
      if (!dirty.current) return;
      const next = text.trim();
      if (next === value) {
        dirty.current = false;
        setText(value);
        return;
      }
      if (sent.current === next) return;
      sent.current = next;
      void save(next).then((kept) => {
        if (sent.current === next) sent.current = null;
        // Somebody who writes on meanwhile is not interrupted.
        if (kept && written.current.trim() === next) dirty.current = false;
      });
    },
    undo() {
      dirty.current = false;
      setText(value);
    },
  };
}
