import type { Board, Frame } from '#shared/board/model.ts';
import { CliError } from './cli-error.ts';

/** The frame meant by an id or a title. Throws `CliError` that lists the frames there are. */
export function frameNamed(board: Board, typed: string): Frame {
  const wanted = typed.trim().toLowerCase();
  const frames = [...board.frames.values()].sort((a, b) => (a.order < b.order ? -1 : 1));
  const found = board.frames.get(typed) ?? frames.find((frame) => frame.title.trim().toLowerCase() === wanted);
  if (found !== undefined) return found;
  if (frames.length === 0) {
    throw new CliError(`There is no frame "${typed}": this board has no frames, so leave --frame out for all of it.`);
  }
  const titles = frames.map((frame) => `"${frame.title === '' ? frame.id : frame.title}"`).join(', ');
  throw new CliError(`There is no frame "${typed}". This board has ${titles}.`);
}
