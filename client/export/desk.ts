import type { ExportContent } from './content.ts';
import type { ExportOrder, Preview } from './pages.ts';
import type { Written } from './write-file.ts';

/** What is copied beside a picture. */
export interface ClipTexts {
  /** The boxes as an indented list. */
  readonly text: string;
  /** The same as a piece of board. */
  readonly json: string;
}

/** The long work of an export, done beside the page. */
export interface ExportDesk {
  preview(content: ExportContent, order: ExportOrder): Promise<Preview>;
  /** `tell` hears how far it is, from 0 to 1, when that is known. */
  write(content: ExportContent, order: ExportOrder, tell?: (share: number) => void): Promise<Written>;
  texts(content: ExportContent, order: ExportOrder): Promise<ClipTexts>;
}

/** The desk as a page has it: it can be stopped. */
export interface StoppableDesk extends ExportDesk {
  /** Ends what is being done; every open question is answered with `Stopped`. The next one starts afresh. */
  stop(): void;
}

/** The person stopped it; nothing went wrong. */
export class Stopped extends Error {
  constructor() {
    super('The export was stopped. No file was written.');
  }
}

/** What goes to a worker and what comes back. The board is sent once, then again when it changed. */
export interface DeskCall {
  readonly call: number;
  readonly method: keyof ExportDesk;
  readonly content: ExportContent | null;
  readonly order: ExportOrder;
}

export type DeskAnswer =
  | { readonly call: number; readonly share: number }
  | { readonly call: number; readonly result: unknown }
  | { readonly call: number; readonly problem: string };

/** Whether the letters themselves go into the file: that is done where the fonts are. */
export const needsFonts = ({ choices: { format, fonts } }: ExportOrder): boolean =>
  format === 'pdf' || (format === 'svg' && fonts !== 'none');
