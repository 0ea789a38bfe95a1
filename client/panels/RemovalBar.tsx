import { ActionIcon, Button } from '@mantine/core';
import { Users, X } from 'lucide-react';
import { type JSX, useEffect, useState } from 'react';
import { useStore } from 'zustand';
import { useRuntime } from '../session/runtime.ts';
import { type RemovalWatch, watchRemovals } from '../state/removal-watch.ts';
import { Bar } from './StatusBar.tsx';

function Notice({ watch }: { readonly watch: RemovalWatch }): JSX.Element | null {
  const removal = useStore(watch.store, (state) => state.removal);
  if (removal === null) return null;
  const { who, name, typing, removed } = removal;
  const more = removed.length - 1;
  const what = `${name || 'a box without a name'}${more > 0 ? ` and ${more} more` : ''}`;
  return (
    <Bar icon={<Users size={16} />} tone="quiet">
      <span>
        {typing ? `${who} removed ${what} as you typed.` : `${who} removed ${what}, which you had just changed.`}
      </span>
      <Button size="xs" h={30} variant="default" onClick={watch.putBack}>
        Put it back
      </Button>
      <ActionIcon variant="subtle" size={28} aria-label="Leave it removed" onClick={watch.dismiss}>
        <X size={14} />
      </ActionIcon>
    </Bar>
  );
}

/** Says who removed what I was writing in, and puts it back with my text. */
export function RemovalBar(): JSX.Element | null {
  const runtime = useRuntime();
  const [watch, setWatch] = useState<RemovalWatch | null>(null);
  useEffect(() => {
    if (!runtime.can('board.edit')) return undefined;
    const made = watchRemovals(runtime);
    const typed = ({ target }: Event): void => {
      if (target instanceof HTMLTextAreaElement && target.matches('.name-editor')) made.typed(target.value);
    };
    // The name field belongs to the canvas and goes together with its box: what stood in it is read as it is typed.
    document.addEventListener('input', typed, true);
    setWatch(made);
    return () => {
      document.removeEventListener('input', typed, true);
      made.destroy();
    };
  }, [runtime]);
  return watch === null ? null : <Notice watch={watch} />;
}
