import { Button } from '@mantine/core';
import { Network } from 'lucide-react';
import { type JSX, useEffect } from 'react';
import { useUi } from '../panels/use-board.ts';
import { useRuntime } from '../session/runtime.ts';
import styles from './PreviewBar.module.css';
import { applyPreview, dropPreview } from './preview.ts';

const TYPING = 'input,textarea,select,[contenteditable="true"],[role="dialog"],[role="menu"],[role="listbox"]';

/** While a layout is shown: what it is, and whether to keep it. Enter applies it, Escape keeps the board as it was. */
export function PreviewBar(): JSX.Element | null {
  const runtime = useRuntime();
  const preview = useUi((ui) => ui.preview);
  const shown = preview !== null;

  useEffect(() => {
    if (!shown) return undefined;
    const onKey = (event: KeyboardEvent): void => {
      const { target } = event;
      if (event.key !== 'Enter' && event.key !== 'Escape') return;
      if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey || event.isComposing) return;
      if (target instanceof Element && target.closest(TYPING) !== null) return;
      // A button that has the focus is pressed by Enter itself.
      if (event.key === 'Enter' && target instanceof Element && target.closest('button,a[href]') !== null) return;
      event.preventDefault();
      event.stopPropagation();
      if (event.key === 'Enter') applyPreview(runtime);
      else dropPreview(runtime);
      runtime.control?.focus();
    };
    // Before the keys of the board, which add a box with Enter.
    window.addEventListener('keydown', onKey, true);
    // Who goes on drawing does not want it.
    const stop = runtime.ui.subscribe((now) => {
      if (now.preview !== null && (now.drag !== null || now.editing !== null)) dropPreview(runtime, true);
    });
    return () => {
      window.removeEventListener('keydown', onKey, true);
      stop();
    };
  }, [runtime, shown]);

  if (preview === null) return null;
  return (
    <section className={styles['bar']} aria-label="Layout not yet applied" data-preview>
      <Network size={16} aria-hidden="true" />
      <p className={styles['words']}>
        <strong>{preview.title}</strong>
        {preview.note !== undefined && <span>{preview.note}</span>}
      </p>
      <Button size="xs" className={styles['button'] ?? ''} onClick={() => applyPreview(runtime)}>
        Apply <kbd>Enter</kbd>
      </Button>
      <Button size="xs" variant="default" className={styles['button'] ?? ''} onClick={() => dropPreview(runtime)}>
        Keep as it was <kbd>Esc</kbd>
      </Button>
    </section>
  );
}
