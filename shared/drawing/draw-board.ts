import type { Board, Box, Id, Point } from '../board/model.ts';
import type { Route } from '../relations/define-relation.ts';
import type { Detail, Finish, Mark } from './mark.ts';

export interface DrawingItem {
  readonly id: Id;
  readonly layer: 'zone' | 'container' | 'tiger' | 'line' | 'element' | 'flag' | 'friction' | 'legend' | 'title';
  /** Added to every mark of this item. */
  readonly at: Point;
  readonly marks: readonly Mark[];
  /** Read aloud. */
  readonly sentence: string;
}

/** A whole picture in drawing order: zones, containers, tiger teams, lines, elements, flags, friction, legend, title. */
export interface Drawing {
  readonly box: Box;
  readonly items: readonly DrawingItem[];
}

export interface DrawBoardOptions {
  readonly detail?: Detail;
  readonly finish?: Finish;
  readonly legend?: boolean;
  readonly title?: boolean;
  readonly ids?: ReadonlySet<Id>;
  readonly crop?: Box;
  readonly routes?: ReadonlyMap<Id, Route>;
}

export const drawBoard = (_board: Board, _options: DrawBoardOptions = {}): Drawing => ({
  box: { x: 0, y: 0, w: 0, h: 0 },
  items: [],
});
