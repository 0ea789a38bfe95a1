import { useCallback, useEffect, useRef, useState } from 'react';
import type { Board } from '#shared/board/model.ts';
import type { ImportMapping, NameChoice } from '#shared/import/import-types.ts';
import { LIMITS } from '#shared/protocol/messages.ts';
import type { Compared, Drafted, ImportSource, Laid, Letters, Opened, Part } from './desk.ts';
import { createDeskClient, Stopped, type WatchedDesk } from './desk-client.ts';
import { isUsable } from './field-labels.ts';
import { knownMapping, rememberMapping } from './known-mappings.ts';

/** What the dialog knows; each part is `null` until it is worked out. */
export interface ImportState {
  readonly source: ImportSource | null;
  readonly opened: Opened | null;
  readonly mapping: ImportMapping;
  /** The mapping is the one a person chose the last time for the same headings. */
  readonly remembered: boolean;
  readonly drafted: Drafted | null;
  readonly laid: Laid | null;
  readonly compared: Compared | null;
  readonly names: NameChoice;
  readonly part: Part;
  /** Managers who are not in the source get a box of their own. */
  readonly placeholders: boolean;
  /** Working: how far, from 0 to 1. */
  readonly busy: number | null;
  readonly problem: string;
}

const NOTHING: ImportState = {
  source: null,
  opened: null,
  mapping: {},
  remembered: false,
  drafted: null,
  laid: null,
  compared: null,
  names: 'titles',
  part: { part: 'all' },
  placeholders: false,
  busy: null,
  problem: '',
};

export interface Import extends ImportState {
  choose(source: ImportSource): void;
  /** Back to the question what to import. */
  another(): void;
  recode(letters: Letters): void;
  remap(mapping: ImportMapping): void;
  setNames(names: NameChoice): void;
  setPart(part: Part): void;
  setPlaceholders(placeholders: boolean): void;
  stop(): void;
  repairs(): Promise<string>;
}

/** The part that fits a board: everything, or as many levels as fit. */
export function fittingPart(drafted: Drafted): Part {
  if (drafted.items <= LIMITS.elements) return { part: 'all' };
  const levels = drafted.levels.filter((sum) => sum <= LIMITS.elements).length;
  const [largest] = drafted.branches;
  if (levels > 0) return { part: 'levels', levels };
  return largest === undefined ? { part: 'levels', levels: 1 } : { part: 'branch', key: largest.key };
}

export type DeskMaker = (tell: (share: number) => void) => WatchedDesk;

/**
 * One import from source to picture. Whatever is decided anew is worked out anew from there on; an answer that is no longer
 * asked for is dropped. `against` is the board a second import is compared with, or `null`.
 */
export function useImport(against: Board | null, makeDesk: DeskMaker = createDeskClient): Import {
  const [state, setState] = useState<ImportState>(NOTHING);
  const latest = useRef(state);
  const run = useRef(0);
  const made = useRef<WatchedDesk | null>(null);
  const patch = useCallback((more: Partial<ImportState>): void => {
    latest.current = { ...latest.current, ...more };
    setState(latest.current);
  }, []);
  const desk = useCallback((): WatchedDesk => {
    made.current ??= makeDesk((share) => {
      if (latest.current.busy !== null) patch({ busy: share });
    });
    return made.current;
  }, [makeDesk, patch]);
  useEffect(
    () => () => {
      made.current?.stop();
      made.current = null;
    },
    [],
  );

  /** Runs steps one after the other, as long as nothing newer was begun. */
  const work = useCallback(
    (steps: (still: () => boolean) => Promise<void>): void => {
      run.current += 1;
      const mine = run.current;
      const still = (): boolean => mine === run.current;
      patch({ busy: 0, problem: '' });
      steps(still).then(
        () => still() && patch({ busy: null }),
        (error: unknown) => {
          if (!still()) return;
          const stopped = error instanceof Stopped;
          const said = error instanceof Error ? error.message : 'The file could not be read. Choose another one.';
          patch({ ...(stopped ? NOTHING : {}), busy: null, problem: said });
        },
      );
    },
    [patch],
  );

  const lay = useCallback(
    async (still: () => boolean): Promise<void> => {
      const { part, names } = latest.current;
      const laid = await desk().lay(part, names);
      if (!still()) return;
      patch({ laid });
      if (against === null || part.part !== 'all') return;
      const compared = await desk().compare(against, names);
      if (still()) patch({ compared });
    },
    [against, desk, patch],
  );
  const draft = useCallback(
    async (still: () => boolean): Promise<void> => {
      const { opened, mapping, placeholders } = latest.current;
      patch({ drafted: null, laid: null, compared: null });
      if (opened?.format === 'table' && !isUsable(mapping)) return;
      const drafted = await desk().draft(mapping, { placeholders });
      if (!still()) return;
      patch({ drafted, part: fittingPart(drafted) });
      if (drafted.items > 0) await lay(still);
    },
    [desk, lay, patch],
  );

  const choose = useCallback(
    (source: ImportSource): void =>
      work(async (still) => {
        patch({ ...NOTHING, source, names: latest.current.names, busy: 0 });
        const opened = await desk().open(source);
        if (!still()) return;
        const headings = opened.columns.map((column) => column.heading);
        const known = opened.format === 'table' ? knownMapping(headings, window.localStorage) : null;
        patch({ opened, mapping: known ?? opened.mapping, remembered: known !== null });
        await draft(still);
      }),
    [desk, draft, patch, work],
  );

  return {
    ...state,
    choose,
    another() {
      run.current += 1;
      patch(NOTHING);
    },
    recode(letters) {
      const { source } = latest.current;
      if (source !== null) choose({ ...source, letters });
    },
    remap(mapping) {
      const headings = latest.current.opened?.columns.map((column) => column.heading) ?? [];
      rememberMapping(headings, mapping, window.localStorage);
      patch({ mapping, remembered: true });
      work(draft);
    },
    setNames(names) {
      patch({ names, laid: null, compared: null });
      work(lay);
    },
    setPart(part) {
      patch({ part, laid: null, compared: null });
      work(lay);
    },
    setPlaceholders(placeholders) {
      patch({ placeholders });
      work(draft);
    },
    stop() {
      desk().stop();
    },
    repairs: () => desk().repairs(),
  };
}
