import { useEffect } from 'react';
import { takeOpenNext } from '../home/open-next.ts';
import { useRuntime } from '../session/runtime.ts';

/** Opens at once what the page before asked for: home's way to bring people. */
export function useOpenNext(): void {
  const runtime = useRuntime();
  useEffect(() => {
    if (runtime.can('board.edit') && takeOpenNext() === 'import') runtime.ui.setState({ overlay: { type: 'import' } });
  }, [runtime]);
}
