/** Right-angled lines of a board: all at once, some of them, or kept from one board to the next. */
export { type RouteOptions, routeBoard } from './lay-lines.ts';
export { createRouter, type Router } from './router.ts';
