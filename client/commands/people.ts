import type { Box } from '#shared/board/model.ts';
import { whoName } from '../canvas/who-name.ts';
import { leaderOf } from '../critique/attention/leader-of.ts';
import type { BoardRuntime, OtherPerson } from '../session/runtime.ts';

/** Half the side of what is brought into view around somebody's pointer, in units. */
const AROUND = 40;

/** Looks where this person looks, or on my own again. */
export function followPerson(runtime: BoardRuntime, client: number | null): void {
  const { others } = runtime.room;
  const person = others.find((one) => one.client === client);
  if (person !== undefined && leaderOf(others, runtime.editor.doc.clientID, person.client) === 'round') {
    runtime.notify(`${whoName(person.presence.user)} follows you.`);
    return;
  }
  runtime.ui.setState({
    following: person?.client ?? null,
    announcement: person === undefined ? 'You look around on your own.' : `Following ${whoName(person.presence.user)}.`,
  });
}

/** Brings into view what this person has selected, else their pointer, else what they see. Follows nobody. */
export function showPerson(runtime: BoardRuntime, { presence }: OtherPerson): void {
  const { cursor, selection, viewport, user } = presence;
  const here = selection.filter((id) => runtime.view.board.elements.has(id));
  runtime.ui.setState({ following: null, announcement: `${whoName(user)} is here.` });
  const pointer: Box | null =
    cursor === null ? null : { x: cursor.x - AROUND, y: cursor.y - AROUND, w: 2 * AROUND, h: 2 * AROUND };
  if (here.length > 0) runtime.control?.fit({ ids: here });
  else if (pointer !== null) runtime.control?.reveal(pointer);
  else if (viewport !== null) runtime.control?.contain(viewport);
  else runtime.notify(`${whoName(user)} has the board open and looks at nothing yet.`);
}
