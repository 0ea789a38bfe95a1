/**
 * The part of papaparse that is used here. Its own types bring those of Node and the DOM along, which `shared/` must not see.
 */
declare module 'papaparse' {
  interface RowError {
    readonly code: string;
  }

  interface Row {
    readonly data: readonly (readonly string[])[];
    readonly errors: readonly RowError[];
    /** `cursor` is where the next row begins, counted from the start of the whole text. */
    readonly meta: { readonly cursor: number };
  }

  interface ParserConfig {
    readonly delimiter: string;
    readonly newline: string;
    readonly step: (row: Row) => void;
  }

  interface Parser {
    /** Reads rows; with `ignoreLast`, not one that the end of the text may have cut. */
    parse(text: string, base: number, ignoreLast: boolean): unknown;
    abort(): void;
  }

  interface GuessConfig {
    readonly preview: number;
    readonly newline: string;
    readonly delimitersToGuess: readonly string[];
  }

  interface Papa {
    readonly Parser: new (config: ParserConfig) => Parser;
    parse(text: string, config: GuessConfig): { readonly meta: { readonly delimiter: string } };
  }

  const papa: Papa;
  export = papa;
}
