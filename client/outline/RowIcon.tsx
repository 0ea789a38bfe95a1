import type { JSX } from 'react';
import type { Board } from '#shared/board/model.ts';
import type { Mark } from '#shared/drawing/mark.ts';
import { OVERLAYS } from '#shared/overlays/index.ts';
import { RELATIONS } from '#shared/relations/index.ts';
import { ELEMENT_KINDS } from '#shared/vocabulary/index.ts';
import { KindIcon } from '../panels/KindIcon.tsx';
import type { Row } from './rows.ts';

const FRAME: readonly Mark[] = [
  { type: 'rect', x: 4, y: 3, w: 28, h: 18, r: 1, stroke: { color: 'ink-3', width: 1.5, dash: [4, 3] } },
];

const GROUPS: Readonly<Record<string, readonly Mark[]>> = {
  '#zones': OVERLAYS.zone.icon,
  '#tigers': OVERLAYS.tiger.icon,
  '#frictions': OVERLAYS.friction.icon,
  '#frames': FRAME,
};

function iconOf(board: Board, { type, id, key, member }: Row): readonly Mark[] | null {
  switch (type) {
    case 'element':
    case 'member': {
      const element = board.elements.get((type === 'member' ? member : id) ?? '');
      return element === undefined ? null : ELEMENT_KINDS[element.kind].icon;
    }
    case 'line': {
      const line = board.relations.get(id ?? '');
      return line === undefined ? null : RELATIONS[line.kind].icon;
    }
    case 'zone':
    case 'tiger':
    case 'friction':
      return OVERLAYS[type].icon;
    case 'frame':
      return FRAME;
    case 'group':
      return GROUPS[key] ?? null;
    default:
      return null;
  }
}

/** The symbol of what a row stands for, as the palette draws it. */
export function RowIcon({ board, row }: { readonly board: Board; readonly row: Row }): JSX.Element | null {
  const icon = iconOf(board, row);
  return icon === null ? null : <KindIcon icon={icon} width={row.type === 'line' ? 24 : 30} />;
}
