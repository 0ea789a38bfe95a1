import { ActionIcon, NativeSelect } from '@mantine/core';
import { ScanEye, View, X } from 'lucide-react';
import type { JSX, ReactNode } from 'react';
import { foldingOf } from '#shared/board/folded.ts';
import { indexBoard } from '#shared/board/index-board.ts';
import type { Board, Id } from '#shared/board/model.ts';
import { nameOf } from '#shared/board/sentences.ts';
import { CAPABILITIES } from '#shared/vocabulary/attributes.ts';
import { leaveBranch, look } from '../commands/lens.ts';
import { useBoard, useUi } from '../panels/use-board.ts';
import { useRuntime } from '../session/runtime.ts';
import type { Lens } from '../state/ui-store.ts';
import styles from './LensBar.module.css';
import { lensFacts } from './lens-facts.ts';
import { branchIds } from './lit-set.ts';

/** What the lens can be asked further: which capability, which team. */
function Choice({ lens }: { readonly lens: Lens }): JSX.Element | null {
  const runtime = useRuntime();
  const board = useBoard();
  if (lens.lens === 'capability') {
    return (
      <NativeSelect
        size="xs"
        aria-label="Capability"
        value={lens.cap ?? ''}
        data={[{ value: '', label: 'All' }, ...CAPABILITIES.map(({ code, label }) => ({ value: code, label }))]}
        onChange={({ currentTarget }) => look(runtime, { lens: 'capability', cap: currentTarget.value || null })}
      />
    );
  }
  const { tigers } = indexBoard(board);
  if (lens.lens !== 'tiger' || tigers.length < 2) return null;
  return (
    <NativeSelect
      size="xs"
      aria-label="Tiger team"
      value={lens.id}
      data={tigers.map((team, i) => ({ value: team.id, label: `${i + 1} ${nameOf(board, team.id)}` }))}
      onChange={({ currentTarget }) => look(runtime, { lens: 'tiger', id: currentTarget.value })}
    />
  );
}

function branchWords(board: Board, head: Id): string {
  const ids = [...branchIds(board, head)].filter((id) => board.elements.has(id));
  const away = ids.filter((id) => foldingOf(board).hidden.has(id)).length;
  const all = board.elements.size;
  return `${ids.length} of ${all} elements${away > 0 ? `, ${away} folded away` : ''}.`;
}

interface BarProps {
  readonly icon: ReactNode;
  readonly title: string;
  readonly said: string;
  readonly close: string;
  readonly onClose: () => void;
  readonly children?: ReactNode;
}

function Bar({ icon, title, said, close, onClose, children }: BarProps): JSX.Element {
  const lower = useUi((ui) => ui.following !== null);
  return (
    <section className={styles['bar']} data-lower={lower} data-lens-bar="true" aria-label={title}>
      {icon}
      <span className={styles['title']} title={title}>
        {title}
      </span>
      {children}
      <span className={styles['said']}>{said}</span>
      <ActionIcon variant="subtle" size={32} aria-label={close} title="Esc" onClick={onClose}>
        <X size={15} />
      </ActionIcon>
    </section>
  );
}

/** Says which lens or branch dims the drawing and what it shows in numbers; nothing while everything is at full strength. */
export function LensBar(): JSX.Element | null {
  const runtime = useRuntime();
  const board = useBoard();
  const lens = useUi((ui) => ui.lens);
  const branch = useUi((ui) => ui.branch);
  if (lens !== null) {
    const facts = lensFacts(board, lens);
    const within = branch === null || !board.elements.has(branch) ? '' : ` Within ${nameOf(board, branch)}.`;
    return (
      <Bar
        icon={<View size={16} aria-hidden="true" />}
        title={facts.title}
        said={facts.sentence + within}
        close="Close the lens"
        onClose={() => look(runtime, null)}
      >
        <Choice lens={lens} />
      </Bar>
    );
  }
  if (branch === null || !board.elements.has(branch)) return null;
  return (
    <Bar
      icon={<ScanEye size={16} aria-hidden="true" />}
      title={nameOf(board, branch)}
      said={branchWords(board, branch)}
      close="Show everything"
      onClose={() => leaveBranch(runtime)}
    />
  );
}
