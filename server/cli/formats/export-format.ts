import type { Board, Frame, StateBoard } from '#shared/board/model.ts';
import type { Finish } from '#shared/drawing/mark.ts';
import type { ThemeName } from '#shared/drawing/theme.ts';
import type { SvgFontsKind } from '#shared/formats/fonts/svg-fonts.ts';
import type { CouncilBoard } from '#shared/formats/pptx/council-deck.ts';
import type { SlidesBy } from '#shared/formats/pptx/deck.ts';

/** How a file is wanted; every format gets all of it and says in `takes` what it can follow. */
export interface ExportOptions {
  /** Pixels per unit. */
  readonly scale: number;
  readonly finish: Finish;
  readonly theme: ThemeName;
  readonly transparent: boolean;
  /** Only this window on the board, or the whole of it. */
  readonly frame: Frame | null;
  /** What becomes a slide or page. */
  readonly slides: SlidesBy;
  readonly ratio: '16:9' | '4:3';
  readonly legend: boolean;
  /** Sentences beside the drawing of the first slide. */
  readonly points: boolean;
  /** Questions of the board and what was written for each frame, in the speaker notes. */
  readonly notes: boolean;
  /** At the foot of slides and pages, empty for nothing: where it comes from, who drew it, the day in words, who may read it. */
  readonly sourceLine: string;
  readonly alias: string;
  readonly day: string;
  readonly mark: string;
  /** How an SVG keeps its letters: by the name of the font, with the font in it, or as shapes. */
  readonly fonts: 'none' | SvgFontsKind;
  /** Text of the board file to keep inside, so that it can be opened again, or `null`. */
  readonly source: string | null;
  /** The other states of the board; what keeps a board whole keeps them. */
  readonly states: readonly StateBoard[];
}

export type ExportOption = keyof ExportOptions;

export interface Exported {
  readonly data: string | Uint8Array;
  /** One sentence about something that is not as asked, else `null`. */
  readonly notice: string | null;
}

/** A file format that boards can be written in: one file a format in this folder, one line in `index.ts`. */
export interface ExportFormat {
  /** The ending of its file names, without the dot. */
  readonly id: string;
  /** Options it follows; giving it another one is refused rather than passed over. */
  readonly takes: readonly ExportOption[];
  write(board: Board, options: ExportOptions): Exported | Promise<Exported>;
  /** Several boards in one file, and what they have side by side; absent where a file holds one. */
  writeCouncil?(boards: readonly CouncilBoard[], options: ExportOptions): Exported | Promise<Exported>;
}
