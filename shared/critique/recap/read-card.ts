import { indexBoard } from '../../board/index-board.ts';
import type { Board } from '../../board/model.ts';
import { KIND_LIST } from '../../vocabulary/index.ts';

export const NOT_DRAWN = 'Not drawn';

interface Line {
  readonly label: string;
  readonly value: string;
}

/** What can be counted on a drawing today, for its card in the recap. What is not on it is “not drawn”, never “none”. */
export function readCard(board: Board): readonly Line[] {
  const index = indexBoard(board);
  const all = [...board.elements.values()];
  const kinds = KIND_LIST.filter(({ id }) => id !== 'card').map(({ id, label }): Line => {
    const n = all.filter(({ kind }) => kind === id).length;
    return { label, value: n === 0 ? NOT_DRAWN : String(n) };
  });
  const spans = all.map(({ id }) => index.reportsOf(id).length).filter((n) => n > 0);
  const platforms = all.filter(({ kind }) => kind === 'platform');
  const owned = new Set([...board.relations.values()].filter(({ kind }) => kind === 'owns').map(({ to }) => to));
  const open = index.frictions.filter(({ status }) => status === 'open').length;
  const of = (part: number, whole: number): string => (whole === 0 ? NOT_DRAWN : `${part} of ${whole}`);
  return [
    ...kinds,
    { label: 'Widest span of control', value: spans.length === 0 ? NOT_DRAWN : String(Math.max(...spans)) },
    {
      label: 'Platforms with an owner',
      value: of(platforms.filter(({ id }) => owned.has(id)).length, platforms.length),
    },
    {
      label: 'Vacant posts',
      value: of(
        all.filter(({ attributes }) => attributes['vacant'] === true).length,
        all.filter(({ kind }) => kind === 'role').length,
      ),
    },
    { label: 'Tiger teams', value: index.tigers.length === 0 ? NOT_DRAWN : String(index.tigers.length) },
    { label: 'Open friction', value: of(open, index.frictions.length) },
  ];
}
