import type { Board, StateBoard } from '#shared/board/model.ts';
import type { Finish } from '#shared/drawing/mark.ts';
import type { ThemeName } from '#shared/drawing/theme.ts';
import type { PageRatio } from '#shared/formats/page/page.ts';
import type { SlidesBy } from '#shared/formats/pptx/deck.ts';
import { isWithin, LEVELS, type Level, levelOfAttribute } from '#shared/redaction/levels.ts';
import { attribute } from '#shared/vocabulary/attributes.ts';
import { FORMAT_IDS, type FormatId } from './formats.ts';

export const MARKS = ['confidential', 'draft', 'none', 'own'] as const;
export type MarkChoice = (typeof MARKS)[number];

/** Everything a person chose about a file. Texts of their own are in `ExportTexts`: those are not remembered. */
export interface ExportChoices {
  readonly format: FormatId;
  /** The format behind "More" that was taken last. */
  readonly other: FormatId;
  readonly slides: SlidesBy;
  /** `fit` is a page of the drawing's own size; for documents. */
  readonly ratio: PageRatio;
  readonly finish: Finish;
  readonly theme: ThemeName;
  readonly legend: boolean;
  readonly points: boolean;
  readonly prompts: boolean;
  /** What was said about the board goes into the notes: asked each time. */
  readonly comments: boolean;
  readonly colours: 'exact' | 'deck';
  readonly font: 'theme' | 'Inter';
  readonly transparent: boolean;
  /** Pixels per unit. */
  readonly scale: 1 | 2 | 4;
  readonly fonts: 'none' | 'embed' | 'outlines';
  readonly mark: MarkChoice;
  /** Who may read the file. */
  readonly level: Level;
  /** The same for a board file, which is a copy of everything unless less is asked for. */
  readonly fileLevel: Level;
  /** Generic labels only. */
  readonly pattern: boolean;
  /** The board travels inside the file. */
  readonly keep: boolean;
}

export interface ExportTexts {
  readonly mark: string;
  /** `null` says the line that is made from the title. */
  readonly source: string | null;
}

export const DEFAULTS: ExportChoices = Object.freeze({
  format: 'pptx',
  other: 'drawio',
  slides: 'auto',
  ratio: '16:9',
  finish: 'full',
  theme: 'light',
  legend: true,
  points: true,
  prompts: true,
  comments: false,
  colours: 'exact',
  font: 'theme',
  transparent: false,
  scale: 2,
  fonts: 'none',
  mark: 'none',
  level: 'private',
  fileLevel: 'private',
  pattern: false,
  keep: false,
});

const KEY = 'orgora-export';

const oneOf =
  <T>(...allowed: readonly T[]) =>
  (value: unknown): value is T =>
    allowed.includes(value as T);
const flag = (value: unknown): value is boolean => typeof value === 'boolean';

/** What of it is remembered on this device, and which values are good. What decides who reads a file is asked each time. */
const REMEMBERED: { readonly [Key in keyof ExportChoices]?: (value: unknown) => value is ExportChoices[Key] } = {
  format: oneOf(...FORMAT_IDS),
  other: oneOf(...FORMAT_IDS),
  slides: oneOf('auto', 'frames', 'branches', 'board'),
  ratio: oneOf('16:9', '4:3', 'fit'),
  finish: oneOf('full', 'print'),
  theme: oneOf('light', 'dark'),
  legend: flag,
  points: flag,
  prompts: flag,
  colours: oneOf('exact', 'deck'),
  font: oneOf('theme', 'Inter'),
  transparent: flag,
  scale: oneOf<1 | 2 | 4>(1, 2, 4),
  fonts: oneOf('none', 'embed', 'outlines'),
};

/** Remembers choices on this device; never a text, a level or what is kept inside. */
export function rememberChoices(choices: ExportChoices, storage: Storage): void {
  const kept = Object.fromEntries(Object.entries(choices).filter(([key]) => key in REMEMBERED));
  storage.setItem(KEY, JSON.stringify(kept));
}

/** What was chosen the last time on this device; what is not valid is passed over. */
export function rememberedChoices(storage: Storage): Partial<ExportChoices> {
  let kept: unknown;
  try {
    kept = JSON.parse(storage.getItem(KEY) ?? '{}');
  } catch {
    // Somebody else's text under our key is as good as none.
    return {};
  }
  if (typeof kept !== 'object' || kept === null) return {};
  return Object.fromEntries(
    Object.entries(kept).filter(([key, value]) => REMEMBERED[key as keyof ExportChoices]?.(value) === true),
  );
}

/** How many notes, links and answers a board holds that are for those who draw or the council only. */
export function withheldFrom(board: Board, states: readonly StateBoard[], reader: Level): number {
  let n = 0;
  const count = (attributes: Readonly<Record<string, unknown>>): void => {
    for (const id of Object.keys(attributes)) {
      const level = attribute(id) === undefined ? 'private' : levelOfAttribute(id);
      if (!isWithin(level, reader)) n += 1;
    }
  };
  for (const one of [board, ...states.map((state) => state.board)]) {
    for (const element of one.elements.values()) count(element.attributes);
    for (const line of one.relations.values()) count(line.attributes);
  }
  if (reader !== 'private') n += [...board.frames.values()].filter((frame) => (frame.notes ?? '') !== '').length;
  if (reader !== 'public') return n;
  for (const overlay of board.overlays.values()) {
    if (overlay.kind === 'friction') n += Number(overlay.mitigation !== '') + Number(overlay.owner !== '');
    if (overlay.kind === 'tiger') n += Number(overlay.purpose !== '');
  }
  return n + [...board.prompts.values()].filter((prompt) => prompt.answer !== '').length;
}

export interface Surroundings {
  /** The board is somebody's own: no council sees it. */
  readonly alone: boolean;
  /** It holds notes, links or other parts for those who draw. */
  readonly privateParts: boolean;
}

/** Choices for a board the first time its dialog opens: careful where others' words may be in it. */
export const choicesFor = (
  { alone, privateParts }: Surroundings,
  remembered: Partial<ExportChoices>,
): ExportChoices => ({
  ...DEFAULTS,
  mark: alone ? 'none' : 'confidential',
  level: alone ? 'private' : 'council',
  keep: alone && !privateParts,
  ...remembered,
});

/** Who may read what is written now. */
export const readerOf = ({ format, level, fileLevel }: ExportChoices): Level => (format === 'json' ? fileLevel : level);

export const isLevel = (value: string): value is Level => (LEVELS as readonly string[]).includes(value);

/** The words on every page. */
export function markWords(choices: ExportChoices, texts: ExportTexts): string {
  if (choices.mark === 'own') return texts.mark.trim();
  return { confidential: 'Council confidential', draft: 'Draft', none: '' }[choices.mark];
}

const STATE_WORDS = { '': '', 'as-is': ', as-is', 'to-be': ', to-be' } as const;

/** "Source: Org D, as-is." unless somebody wrote another line. */
export function sourceLine(board: Board, texts: ExportTexts): string {
  if (texts.source !== null) return texts.source.trim();
  return board.meta.title === '' ? '' : `Source: ${board.meta.title}${STATE_WORDS[board.meta.state]}.`;
}
