import type { Board, Frame, StateBoard } from '#shared/board/model.ts';
import type { Finish } from '#shared/drawing/mark.ts';
import type { ThemeName } from '#shared/drawing/theme.ts';
import type { SvgFontsKind } from '#shared/formats/fonts/svg-fonts.ts';
import type { SlidesBy } from '#shared/formats/pptx/deck.ts';

/** How a picture is wanted; every format gets all of it and says in `takes` what it can follow. */
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
  /** How an SVG keeps its letters: by the name of the font, with the font in it, or as shapes. */
  readonly fonts: 'none' | SvgFontsKind;
  /** Keep the board inside the file, so that it can be opened again. */
  readonly source: boolean;
  /** The other states of the board; what keeps a board whole keeps them. */
  readonly states?: readonly StateBoard[];
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
}
