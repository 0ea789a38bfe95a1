import { type JSX, useEffect, useRef } from 'react';
import { useStore } from 'zustand';
import type { StateId } from '#shared/board/model.ts';
import { useRuntime } from '../session/runtime.ts';
import { FrameThumb } from './FrameThumb.tsx';
import styles from './Present.module.css';
import type { Presentation } from './presentation.ts';

/** All slides beside one another: a click, or arrows and Enter, goes there. */
export function SlideGrid({ presentation }: { readonly presentation: Presentation }): JSX.Element {
  const { view } = useRuntime();
  const { slides, place } = useStore(presentation.store);
  const root = useRef<HTMLDivElement>(null);
  useEffect(() => {
    root.current?.querySelector<HTMLElement>('[aria-current="true"]')?.focus();
  }, []);
  const boardOf = (state: StateId | null) => (state === null ? view.board : (view.readState(state) ?? view.board));
  const walk = (by: number): void => {
    const buttons = [...(root.current?.querySelectorAll('button') ?? [])];
    const at = buttons.indexOf(document.activeElement as HTMLButtonElement);
    buttons[Math.max(0, Math.min(buttons.length - 1, at + by))]?.focus();
  };
  return (
    <div
      ref={root}
      className={styles['grid']}
      role="dialog"
      aria-modal="true"
      aria-label="All frames"
      onKeyDown={(event) => {
        const by = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
        if (by === undefined) return;
        event.preventDefault();
        event.stopPropagation();
        walk(by);
      }}
    >
      {slides.map((slide, i) => (
        <button
          key={slide.frame ?? 'whole'}
          type="button"
          aria-current={i === place}
          onClick={() => {
            presentation.store.setState({ grid: false });
            presentation.go(i);
          }}
        >
          <span className={styles['picture']}>
            <FrameThumb board={boardOf(slide.state)} box={slide.box} />
          </span>
          <span>
            {i + 1}. {slide.title || 'Untitled'}
          </span>
        </button>
      ))}
    </div>
  );
}
