import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { Id } from '#shared/board/model.ts';
import { type ExportChoices, type ExportTexts, rememberChoices } from './choices.ts';
import type { ExportContent } from './content.ts';
import { type StoppableDesk, Stopped } from './desk.ts';
import { BOARD, type ExportOrder, type Preview } from './pages.ts';

export interface ExportState {
  readonly choices: ExportChoices;
  readonly texts: ExportTexts;
  readonly what: string;
  readonly off: readonly number[];
  readonly preview: Preview | null;
  /** The pictures are being drawn anew. */
  readonly looking: boolean;
  /** A file is being written: how far, from 0 to 1, or `null` when nobody knows; `false` when none is. */
  readonly writing: number | null | false;
  readonly problem: string;
}

export interface Export extends ExportState {
  readonly order: ExportOrder;
  choose(more: Partial<ExportChoices>): void;
  say(more: Partial<ExportTexts>): void;
  show(what: string): void;
  turn(page: number, on: boolean): void;
  /** Runs work on the desk; what goes wrong is said. */
  run(work: (desk: StoppableDesk, tell: (share: number) => void) => Promise<void>): void;
  stop(): void;
}

/** A moment without a change before the pages are drawn anew, in milliseconds. */
const SETTLE = 120;

const sentence = (error: unknown): string =>
  error instanceof Error ? error.message : 'The export did not work. Try another format.';

/** One export from choices to file. Pictures follow the choices and the board; an answer to an older question is dropped. */
export function useExport(
  content: ExportContent,
  initial: ExportChoices,
  selection: readonly Id[],
  startWith: string,
  makeDesk: () => StoppableDesk,
): Export {
  const [state, setState] = useState<ExportState>({
    choices: initial,
    texts: { mark: '', source: null },
    what: startWith,
    off: [],
    preview: null,
    looking: true,
    writing: false,
    problem: '',
  });
  const patch = useCallback((more: Partial<ExportState>) => setState((now) => ({ ...now, ...more })), []);
  const { choices, texts, what, off } = state;
  const made = useRef<StoppableDesk | null>(null);
  const desk = useCallback((): StoppableDesk => {
    made.current ??= makeDesk();
    return made.current;
  }, [makeDesk]);
  useEffect(
    () => () => {
      made.current?.stop();
      made.current = null;
    },
    [],
  );

  /** What changes the pictures; pages that stay out do not. */
  const drawn = useMemo<ExportOrder>(
    () => ({ choices, texts, what, selection, off: [] }),
    [choices, texts, what, selection],
  );
  const [again, setAgain] = useState(0);
  const before = useRef(false);
  useEffect(() => {
    // `again` asks anew after the work was stopped.
    void again;
    let stale = false;
    const look = (): void => {
      patch({ looking: true });
      desk()
        .preview(content, drawn)
        .then(
          (preview) => !stale && patch({ preview, looking: false }),
          (error: unknown) => {
            if (!stale) patch({ looking: false, ...(error instanceof Stopped ? {} : { problem: sentence(error) }) });
          },
        );
    };
    const timer = setTimeout(look, before.current ? SETTLE : 0);
    before.current = true;
    return () => {
      stale = true;
      clearTimeout(timer);
    };
  }, [content, drawn, again, desk, patch]);

  return {
    ...state,
    order: { ...drawn, off },
    choose(more) {
      const next = { ...choices, ...more };
      rememberChoices(next, window.localStorage);
      const pages = more.slides !== undefined || more.pattern !== undefined;
      patch({ choices: next, problem: '', ...(pages ? { off: [] } : {}) });
    },
    say: (more) => patch({ texts: { ...texts, ...more } }),
    show: (next) => patch({ what: next === '' ? BOARD : next }),
    turn: (page, on) => patch({ off: on ? off.filter((one) => one !== page) : [...off, page].sort((a, b) => a - b) }),
    run(work) {
      patch({ writing: null, problem: '' });
      work(desk(), (writing) => patch({ writing })).then(
        () => patch({ writing: false }),
        (error: unknown) => patch({ writing: false, problem: error instanceof Stopped ? '' : sentence(error) }),
      );
    },
    stop() {
      desk().stop();
      patch({ writing: false });
      setAgain((n) => n + 1);
    },
  };
}
