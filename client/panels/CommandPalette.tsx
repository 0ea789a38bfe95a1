import type { JSX } from 'react';
import { COMMANDS, command } from '../commands/index.ts';
import { canRun, contextFor, isOffered, runCommand } from '../commands/support.ts';
import { useRuntime } from '../session/runtime.ts';
import { score } from './fuzzy.ts';
import { KeyCaps } from './KeyCaps.tsx';
import { PickDialog } from './PickDialog.tsx';

/** Everything that can be done, by a few letters. */
export function CommandPalette({ onClose }: { readonly onClose: () => void }): JSX.Element {
  const runtime = useRuntime();
  const context = contextFor(runtime);
  const rows = (question: string) =>
    COMMANDS.filter((one) => one.hidden !== true && isOffered(one, runtime))
      .map((one) => ({
        one,
        fit: score(question, one.title, `${one.words ?? ''} ${one.group}`),
        can: canRun(one, context),
      }))
      .filter(({ fit }) => fit > 0)
      .sort((a, b) => Number(b.can) - Number(a.can) || b.fit - a.fit)
      .map(({ one, can }) => {
        const Icon = one.icon;
        return {
          id: one.id,
          label: one.title,
          disabled: !can,
          left: Icon === undefined ? null : <Icon size={16} />,
          right: one.keys === undefined ? null : <KeyCaps keys={one.keys.slice(0, 1)} />,
        };
      });
  return (
    <PickDialog
      title="Do anything"
      placeholder="What do you want to do?"
      nothing="Nothing by that word. Try another one."
      rows={rows}
      onPick={(id) => runCommand(command(id), contextFor(runtime))}
      onClose={onClose}
    />
  );
}
