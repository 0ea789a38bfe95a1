import type { JSX } from 'react';
import { WhoShape } from '../canvas/WhoShape.tsx';
import { COMMANDS, command } from '../commands/index.ts';
import { followPerson, showPerson } from '../commands/people.ts';
import { canRun, contextFor, isOffered, runCommand } from '../commands/support.ts';
import { useRuntime } from '../session/runtime.ts';
import { score } from './fuzzy.ts';
import { KeyCaps } from './KeyCaps.tsx';
import { PickDialog, type PickRow } from './PickDialog.tsx';

/** Everything that can be done, by a few letters. */
export function CommandPalette({ onClose }: { readonly onClose: () => void }): JSX.Element {
  const runtime = useRuntime();
  const context = contextFor(runtime);
  const people = (question: string): readonly PickRow[] =>
    runtime.room.others
      .flatMap(({ client, presence: { user } }) => {
        const on = runtime.ui.getState().following === client;
        const left = (
          <span key={client} style={{ color: `var(--who-${user.who})` }}>
            <WhoShape who={user.who} size={15} />
          </span>
        );
        return [
          { id: `follow ${client}`, label: on ? `Stop following ${user.alias}` : `Follow ${user.alias}`, left },
          { id: `where ${client}`, label: `Show where ${user.alias} is`, left },
        ];
      })
      .filter(({ label }) => question.trim() !== '' && score(question, label, 'person view someone') > 0);
  const commands = (question: string): readonly PickRow[] =>
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
  const pick = (id: string): void => {
    const person = runtime.room.others.find(({ client }) => id === `follow ${client}` || id === `where ${client}`);
    if (person === undefined) runCommand(command(id), contextFor(runtime));
    else if (id.startsWith('where')) showPerson(runtime, person);
    else followPerson(runtime, runtime.ui.getState().following === person.client ? null : person.client);
  };
  return (
    <PickDialog
      title="Do anything"
      placeholder="What do you want to do?"
      nothing="Nothing by that word. Try another one."
      rows={(question) => [...people(question), ...commands(question)]}
      onPick={pick}
      onClose={onClose}
    />
  );
}
