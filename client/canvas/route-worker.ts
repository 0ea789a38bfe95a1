import type { Board } from '#shared/board/model.ts';
import { routeBoard } from '#shared/layout/route-board.ts';

/** Lays all lines of a board beside the page: a board comes in, its routes go out. */
self.addEventListener('message', (event: MessageEvent<Board>) => self.postMessage(routeBoard(event.data)));
