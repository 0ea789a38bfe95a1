import { ActionIcon, Menu, UnstyledButton } from '@mantine/core';
import { ChevronDown, Ellipsis, Lock, LockOpen, X } from 'lucide-react';
import type { JSX, ReactNode } from 'react';
import { OVERLAYS } from '#shared/overlays/index.ts';
import { ELEMENT_KINDS, KIND_LIST } from '#shared/vocabulary/index.ts';
import { COMMANDS, command } from '../commands/index.ts';
import { canRun, contextFor, runCommand } from '../commands/support.ts';
import { useRuntime } from '../session/runtime.ts';
import { BoardDetails } from './BoardDetails.tsx';
import { ElementDetails } from './ElementDetails.tsx';
import styles from './Inspector.module.css';
import { KindIcon } from './KindIcon.tsx';
import { FrameDetails, FrictionDetails, TigerDetails, ZoneDetails } from './OverlayDetails.tsx';
import { RelationDetails } from './RelationDetails.tsx';
import { useBoard, useUi } from './use-board.ts';

function useClose(): () => void {
  const { ui } = useRuntime();
  return () => ui.setState(({ closedPanels }) => ({ closedPanels: new Set([...closedPanels, 'inspector' as const]) }));
}

function KindMenu({ ids }: { readonly ids: readonly string[] }): JSX.Element {
  const runtime = useRuntime();
  const board = useBoard();
  const elements = ids.flatMap((id) => board.elements.get(id) ?? []);
  const kinds = new Set(elements.map((one) => one.kind));
  const [only] = kinds;
  const kind = kinds.size === 1 && only !== undefined ? ELEMENT_KINDS[only] : null;
  const label =
    kind === null
      ? `${elements.length} elements`
      : elements.length === 1
        ? kind.label
        : `${elements.length} ${kind.plural}`;
  return (
    <Menu withInitialFocusPlaceholder={false} position="bottom-start" shadow="md" width={220}>
      <Menu.Target>
        <UnstyledButton className={styles['kind']} aria-label={`${label}, change kind`}>
          {kind !== null && <KindIcon icon={kind.icon} width={26} />}
          {label}
          <ChevronDown size={13} />
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>Change to</Menu.Label>
        {KIND_LIST.map((one) => (
          <Menu.Item
            key={one.id}
            leftSection={<KindIcon icon={one.icon} width={28} />}
            disabled={kind?.id === one.id}
            onClick={() => runCommand(command(`kind.${one.id}`), contextFor(runtime))}
          >
            {one.label}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}

/** What can be done with the selection, as a menu. */
function ActionsMenu(): JSX.Element {
  const runtime = useRuntime();
  return (
    <Menu withInitialFocusPlaceholder={false} position="bottom-end" shadow="md" width={240}>
      <Menu.Target>
        <ActionIcon variant="subtle" size={28} aria-label="More actions">
          <Ellipsis size={16} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown mah={420} style={{ overflowY: 'auto' }}>
        {COMMANDS.filter((one) => one.contextMenu === 'selection' && canRun(one, contextFor(runtime))).map((one) => (
          <Menu.Item key={one.id} onClick={() => runCommand(one, contextFor(runtime))}>
            {one.title}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}

/** The board itself, while nothing is selected; closed by choice, and opened again from the menu. */
export function BoardPanel(): JSX.Element {
  const { ui } = useRuntime();
  const close = (): void =>
    ui.setState(({ closedPanels }) => ({ closedPanels: new Set([...closedPanels, 'board' as const]) }));
  return (
    <aside className={`${styles['panel']} ${styles['about']}`} aria-label="About this board">
      <div className={styles['head']}>
        <span className={styles['kind']}>This board</span>
        <ActionIcon variant="subtle" size={28} aria-label="Close about this board" onClick={close}>
          <X size={16} />
        </ActionIcon>
      </div>
      <div className={styles['scroll']}>
        <BoardDetails />
      </div>
    </aside>
  );
}

/** The panel at the right: every attribute of what is selected, for many at once too; absent when nothing is. */
export function Inspector(): JSX.Element | null {
  const runtime = useRuntime();
  const board = useBoard();
  const selection = useUi((ui) => ui.selection);
  const close = useClose();
  const ids = [...selection].filter(
    (id) => board.elements.has(id) || board.relations.has(id) || board.overlays.has(id) || board.frames.has(id),
  );
  const elements = ids.filter((id) => board.elements.has(id));
  const lines = ids.filter((id) => board.relations.has(id));
  const [first] = ids;
  const overlay = board.overlays.get(first ?? '');
  const frame = board.frames.get(first ?? '');
  const locked = elements.length > 0 && elements.every((id) => board.elements.get(id)?.locked === true);

  let title: ReactNode = <span className={styles['kind']}>{ids.length} things</span>;
  let body: ReactNode = (
    <p className={styles['hint']} style={{ padding: '0 16px' }}>
      Select one kind of thing to change it here.
    </p>
  );
  if (ids.length === 0) return null;
  if (elements.length > 0) {
    title = <KindMenu ids={elements} />;
    body = <ElementDetails ids={elements} />;
  } else if (lines.length === ids.length) {
    title = <span className={styles['kind']}>{lines.length === 1 ? 'Line' : `${lines.length} lines`}</span>;
    body = <RelationDetails ids={lines} />;
  } else if (ids.length === 1 && overlay !== undefined) {
    const kind = OVERLAYS[overlay.kind];
    title = (
      <span className={styles['kind']}>
        <KindIcon icon={kind.icon} width={26} />
        {kind.label}
      </span>
    );
    body =
      overlay.kind === 'zone' ? (
        <ZoneDetails zone={overlay} />
      ) : overlay.kind === 'tiger' ? (
        <TigerDetails tiger={overlay} />
      ) : (
        <FrictionDetails friction={overlay} />
      );
  } else if (ids.length === 1 && frame !== undefined) {
    title = <span className={styles['kind']}>Frame</span>;
    body = <FrameDetails frame={frame} />;
  }
  return (
    <aside className={styles['panel']} aria-label="Details">
      <div className={styles['head']}>
        {title}
        <span style={{ display: 'flex', gap: 2 }}>
          {elements.length > 0 && runtime.can('board.edit-locked') && (
            <ActionIcon
              variant="subtle"
              size={28}
              aria-label={locked ? 'Unlock' : 'Lock'}
              aria-pressed={locked}
              onClick={() => runCommand(command('selection.lock'), contextFor(runtime))}
            >
              {locked ? <Lock size={16} /> : <LockOpen size={16} />}
            </ActionIcon>
          )}
          {ids.length > 0 && <ActionsMenu />}
          <ActionIcon variant="subtle" size={28} aria-label="Close details" onClick={close}>
            <X size={16} />
          </ActionIcon>
        </span>
      </div>
      <div className={styles['scroll']} key={ids.join(' ').slice(0, 200)}>
        {body}
      </div>
    </aside>
  );
}
