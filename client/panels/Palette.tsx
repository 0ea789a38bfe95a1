import { Popover, UnstyledButton } from '@mantine/core';
import { type DragEvent, type JSX, type ReactNode, useState } from 'react';
import type { Mark } from '#shared/drawing/mark.ts';
import { OVERLAYS } from '#shared/overlays/index.ts';
import { RELATION_LIST } from '#shared/relations/index.ts';
import { KIND_LIST } from '#shared/vocabulary/index.ts';
import { command } from '../commands/index.ts';
import { contextFor, runCommand } from '../commands/support.ts';
import type { PaletteDrag } from '../gestures/place.ts';
import { useRuntime } from '../session/runtime.ts';
import chrome from './BoardChrome.module.css';
import { KindIcon } from './KindIcon.tsx';
import styles from './Palette.module.css';
import { useUi } from './use-board.ts';

const TYPE = 'application/x-orgora';

interface TileProps {
  readonly label: string;
  readonly icon: readonly Mark[];
  readonly term: string;
  readonly run: string;
  readonly on: boolean;
  /** What a drag onto the board places; absent for what cannot be dragged. */
  readonly drag?: PaletteDrag;
  readonly keyName?: string;
  readonly onUse?: () => void;
}

function Tile({ label, icon, term, run, on, drag, keyName, onUse }: TileProps): JSX.Element {
  const runtime = useRuntime();
  return (
    <UnstyledButton
      className={styles['tile']}
      title={keyName === undefined ? term : `${term}  Key ${keyName}`}
      aria-label={label}
      aria-pressed={on}
      {...(keyName === undefined ? {} : { 'aria-keyshortcuts': keyName })}
      draggable={drag !== undefined}
      onDragStart={(event: DragEvent<HTMLButtonElement>) => {
        event.dataTransfer.setData(TYPE, JSON.stringify(drag));
        event.dataTransfer.effectAllowed = 'copy';
      }}
      onClick={() => {
        runCommand(command(run), contextFor(runtime));
        onUse?.();
      }}
    >
      <KindIcon icon={icon} width={34} />
      <span>{label}</span>
    </UnstyledButton>
  );
}

/** A line's id is its short word: "owns", "serves". */
const shortWord = (id: string): string => id.charAt(0).toUpperCase() + id.slice(1);

const DOTS: readonly Mark[] = [11, 18, 25].map((cx) => ({
  type: 'circle',
  cx,
  cy: 12,
  r: 1.7,
  fill: { color: 'ink-3' },
}));

function More({
  label,
  children,
}: {
  readonly label: string;
  readonly children: (close: () => void) => ReactNode;
}): JSX.Element {
  const [open, setOpen] = useState(false);
  return (
    <Popover opened={open} onChange={setOpen} position="right-start" shadow="md" trapFocus withinPortal>
      <Popover.Target>
        <UnstyledButton
          className={styles['tile']}
          aria-label={label}
          aria-expanded={open}
          onClick={() => setOpen(!open)}
        >
          <KindIcon icon={DOTS} width={34} />
          <span>More</span>
        </UnstyledButton>
      </Popover.Target>
      <Popover.Dropdown p={6}>
        <div className={styles['more']}>{children(() => setOpen(false))}</div>
      </Popover.Dropdown>
    </Popover>
  );
}

/** Everything that can be drawn: a click takes the tool, a drag places. Starters first, the others under More. */
export function Palette(): JSX.Element {
  const tool = useUi((ui) => ui.tool);
  const kindTile = (kind: (typeof KIND_LIST)[number], onUse?: () => void) => (
    <Tile
      key={kind.id}
      label={kind.label}
      icon={kind.icon}
      term={kind.term}
      run={`place.${kind.id}`}
      on={tool.tool === 'place' && tool.kind === kind.id}
      drag={{ place: kind.id }}
      keyName={kind.key}
      {...(onUse === undefined ? {} : { onUse })}
    />
  );
  const lineTile = (kind: (typeof RELATION_LIST)[number], onUse?: () => void) => (
    <Tile
      key={kind.id}
      label={shortWord(kind.id)}
      icon={kind.icon}
      term={kind.term}
      run={`line.${kind.id}`}
      on={tool.tool === 'relate' && tool.kind === kind.id}
      {...(onUse === undefined ? {} : { onUse })}
    />
  );
  return (
    <nav className={`${chrome['float']} ${styles['palette']}`} aria-label="Palette" data-palette>
      {KIND_LIST.filter((kind) => kind.starter).map((kind) => kindTile(kind))}
      <More label="More shapes">
        {(close) => KIND_LIST.filter((kind) => !kind.starter).map((kind) => kindTile(kind, close))}
      </More>
      <hr />
      {RELATION_LIST.filter((kind) => kind.starter).map((kind) => lineTile(kind))}
      <More label="More lines">
        {(close) => RELATION_LIST.filter((kind) => !kind.starter).map((kind) => lineTile(kind, close))}
      </More>
      <hr />
      <Tile label="Tiger team" icon={OVERLAYS.tiger.icon} term={OVERLAYS.tiger.term} run="draw.tiger" on={false} />
      <Tile
        label="Zone"
        icon={OVERLAYS.zone.icon}
        term={OVERLAYS.zone.term}
        run="tool.zone"
        on={tool.tool === 'zone'}
        drag={{ tool: 'zone' }}
      />
      <Tile
        label="Friction"
        icon={OVERLAYS.friction.icon}
        term={OVERLAYS.friction.term}
        run="tool.friction"
        on={tool.tool === 'friction'}
        drag={{ tool: 'friction', friction: 'unclear-owner' }}
      />
    </nav>
  );
}
