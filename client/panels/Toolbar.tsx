import { Fragment, type JSX } from 'react';
import { command } from '../commands/index.ts';
import { LensMenu } from '../lenses/LensMenu.tsx';
import { useRuntime } from '../session/runtime.ts';
import type { Tool } from '../state/ui-store.ts';
import chrome from './BoardChrome.module.css';
import { IconButton } from './IconButton.tsx';
import { useBoard, useUi } from './use-board.ts';

const GROUPS: readonly (readonly (readonly [string, ((tool: Tool) => boolean) | null])[])[] = [
  [
    ['tool.select', (tool) => tool.tool === 'select'],
    ['tool.hand', (tool) => tool.tool === 'hand'],
    ['comment.pin', null],
  ],
  [
    ['tool.relate', (tool) => tool.tool === 'relate'],
    ['place.note', (tool) => tool.tool === 'place' && tool.kind === 'card'],
    ['tool.frame', (tool) => tool.tool === 'frame'],
    ['tool.keep', null],
  ],
  [
    ['arrange.tidy', null],
    ['view.find', null],
    ['view.commands', null],
    ['board.export', null],
    ['help.shortcuts', null],
  ],
];
/** For who looks on: a changed drawing of their own to propose. */
const PROPOSE = 'what-if.draw';

/** Tools and what is done most, at the bottom. */
export function Toolbar({ editor }: { readonly editor: boolean }): JSX.Element {
  const tool = useUi((ui) => ui.tool);
  const keep = useUi((ui) => ui.keepTool);
  const { critique } = useRuntime();
  useBoard();
  return (
    <div className={`${chrome['float']} ${chrome['bar']} ${chrome['tools']}`} role="toolbar" aria-label="Tools">
      {GROUPS.filter((_, i) => editor || i !== 1).map((group, i) => (
        <Fragment key={group[0]?.[0]}>
          {i > 0 && <span className={chrome['sep']} />}
          {group.map(([id, on]) => (
            <IconButton
              key={id}
              command={command(id)}
              {...(on !== null ? { on: on(tool) } : id === 'tool.keep' ? { on: keep } : {})}
            />
          ))}
        </Fragment>
      ))}
      {!editor && critique !== null && <IconButton command={command(PROPOSE)} />}
      <LensMenu />
    </div>
  );
}
