import type { CommandOf } from '../commands.ts';
import { slotOfBoard, slotOn } from '../program.ts';
import type { Critique, KeptHand } from '../state.ts';
import { becomes, boardTitle, type Context, type Decision, refused } from './context.ts';

const withHands = (critique: Critique, hands: readonly KeptHand[]): Decision =>
  becomes({ ...critique, attention: { ...critique.attention, hands } });

export function takeLead({ critique, actor, world }: Context, { board }: CommandOf<'lead.take'>): Decision {
  const { spotlight, calls } = critique.attention;
  if (spotlight?.seat === actor.id && spotlight.board === board) return becomes(critique);
  if (!world.boards.some((one) => one.id === board)) return refused('This board was deleted. Open another.');
  const on = slotOn(critique);
  if (on !== null && on.board !== board && actor.role !== 'convenor') {
    return refused(`${boardTitle(world, on.board)} is on now. Lead when it is your turn.`);
  }
  const owner = slotOfBoard(critique, board)?.seat ?? null;
  // Who leads already and turns to another board calls nobody anew.
  const n = spotlight?.seat === actor.id ? spotlight.n : calls + 1;
  const { id: seat, alias, who } = actor;
  const taken = { seat, alias, who, board, n, control: owner !== null && owner !== seat };
  return becomes({ ...critique, attention: { ...critique.attention, spotlight: taken, calls: n } });
}

export function releaseLead({ critique, actor }: Context): Decision {
  const { spotlight } = critique.attention;
  if (spotlight === null) return becomes(critique);
  // Somebody else took over meanwhile: what is to be released is released.
  if (spotlight.seat !== actor.id && actor.role !== 'convenor') return becomes(critique);
  return becomes({ ...critique, attention: { ...critique.attention, spotlight: null } });
}

export function raiseHand({ critique, actor, world }: Context): Decision {
  const { hands } = critique.attention;
  if (hands.some((hand) => hand.seat === actor.id)) return becomes(critique);
  const { id: seat, alias, who } = actor;
  return withHands(critique, [...hands, { seat, alias, who, at: world.now, speaking: false }]);
}

export function lowerHand({ critique, actor }: Context): Decision {
  const { hands } = critique.attention;
  if (!hands.some((hand) => hand.seat === actor.id)) return becomes(critique);
  return withHands(
    critique,
    hands.filter((hand) => hand.seat !== actor.id),
  );
}

/** Who spoke before is done, and their hand goes down. */
export function callHand({ critique }: Context, { alias }: CommandOf<'hand.call'>): Decision {
  const { hands } = critique.attention;
  const called = alias === null ? undefined : hands.find((hand) => hand.alias === alias);
  if (alias !== null && called === undefined) return refused(`${alias} has no hand up any more. Choose another.`);
  const speaking = hands.find((hand) => hand.speaking);
  if (speaking === called) return becomes(critique);
  return withHands(
    critique,
    hands.filter((hand) => !hand.speaking).map((hand) => (hand === called ? { ...hand, speaking: true } : hand)),
  );
}
