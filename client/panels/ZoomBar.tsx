import { Tooltip, UnstyledButton } from '@mantine/core';
import { type JSX, useSyncExternalStore } from 'react';
import { command } from '../commands/index.ts';
import { useRuntime } from '../session/runtime.ts';
import chrome from './BoardChrome.module.css';
import { IconButton } from './IconButton.tsx';
import { useUi } from './use-board.ts';

/** Zoom, undo and redo. */
export function ZoomBar(): JSX.Element {
  const runtime = useRuntime();
  const zoom = useUi((ui) => ui.zoom);
  useSyncExternalStore(runtime.undo.subscribe, () => `${runtime.undo.canUndo} ${runtime.undo.canRedo}`);
  return (
    <div className={`${chrome['float']} ${chrome['bar']} ${chrome['zoom']}`} role="toolbar" aria-label="Zoom and undo">
      <IconButton command={command('view.farther')} />
      <Tooltip label="See everything  Shift 1">
        <UnstyledButton
          className={chrome['percent']}
          aria-label={`Zoom ${Math.round(zoom * 100)} %, see everything`}
          onClick={() => runtime.control?.fit()}
        >
          {Math.round(zoom * 100)} %
        </UnstyledButton>
      </Tooltip>
      <IconButton command={command('view.closer')} />
      {runtime.can('board.edit') && <span className={chrome['sep']} style={{ margin: '0 2px' }} />}
      <IconButton command={command('edit.undo')} />
      <IconButton command={command('edit.redo')} />
    </div>
  );
}
