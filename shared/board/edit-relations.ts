import { RELATIONS } from '../relations/index.ts';
import { attribute } from '../vocabulary/attributes.ts';
import type { EditContext } from './edit-context.ts';
import { refuse } from './edit-error.ts';
import { indexBoard } from './index-board.ts';
import { type Attributes, type Board, type BoardElement, type Id, type RelationKindId, reportsId } from './model.ts';
import { normalValue } from './normal-value.ts';
import { orderBetween } from './order.ts';
import { isRelationKind, NO_ATTRIBUTES } from './read-entity.ts';
import { relationMap } from './write-entity.ts';

/** Checks a reporting line and, with `write`, draws it in place of the one that was there. */
export function setBoss(
  context: EditContext,
  element: BoardElement,
  boss: BoardElement,
  { write }: { readonly write: boolean },
): void {
  if (element.id === boss.id) refuse('reports-to-itself', { name: element.name });
  const reason = RELATIONS.reports.refuse(element, boss, NO_ATTRIBUTES);
  if (reason !== null) refuse('line-refused', { reason });
  const index = indexBoard(context.board);
  for (let at = index.bossOf(boss.id); at !== null; at = index.bossOf(at)) {
    if (at === element.id) refuse('reports-cycle', { name: element.name, boss: boss.name });
  }
  if (write) drawBoss(context, context.raw, element.id, boss.id);
}

function drawBoss(context: EditContext, { relations }: Board, from: Id, to: Id): void {
  const id = reportsId(from);
  const attributes = relations.get(id)?.attributes ?? NO_ATTRIBUTES;
  context.table('relations').set(id, relationMap({ kind: 'reports', from, to, attributes }));
}

/** Gives elements a boss, after those who already report there, or with `null` none; what is gone is passed over. */
export function reparent(context: EditContext, ids: readonly Id[], boss: Id | null): void {
  const { board } = context;
  const present = ids.flatMap((id) => board.elements.get(id) ?? []);
  const index = indexBoard(board);
  if (boss === null) {
    context.transact(() => {
      for (const { id } of present) {
        if (context.table('relations').has(reportsId(id))) context.table('relations').delete(reportsId(id));
      }
    });
    return;
  }
  const to = context.element(boss);
  const moving = present.filter((element) => index.bossOf(element.id) !== boss);
  for (const element of moving) setBoss(context, element, to, { write: false });
  context.checkRoom('relations', moving.length);
  let last = context.orderAfter(index.reportsOf(boss));
  const { raw } = context;
  context.transact(() => {
    for (const element of moving) {
      // None of them stands above the boss, so that none makes a ring with another: the board need not be read again for each.
      drawBoss(context, raw, element.id, boss);
      // Its place among the new siblings; what is locked keeps its own.
      if (context.options.mayEditLocked !== true && element.locked) continue;
      context.put(context.need('elements', element.id), 'order', last);
      last = orderBetween(last, null);
    }
  });
}

/** Draws a line. The same line again answers the one that is there; a reporting line takes the place of the old one. */
export function relate(
  context: EditContext,
  kind: RelationKindId,
  from: Id,
  to: Id,
  attributes: Attributes = NO_ATTRIBUTES,
): Id {
  if (!isRelationKind(kind as unknown)) refuse('bad-choice', { value: kind });
  const source = context.element(from);
  const target = context.element(to);
  for (const [id, value] of Object.entries(attributes)) {
    if (normalValue(id, value) === null) refuse('bad-attribute', { label: attribute(id)?.label ?? id });
  }
  const { symmetric } = RELATIONS[kind];
  const there = indexBoard(context.board)
    .relationsOf(from)
    .find(
      (line) =>
        line.kind === kind &&
        ((line.from === from && line.to === to) || (symmetric && line.from === to && line.to === from)),
    );
  if (there !== undefined) return there.id;
  if (kind === 'reports') {
    setBoss(context, source, target, { write: false });
    context.checkRoom('relations');
    context.transact(() => setBoss(context, source, target, { write: true }));
    return reportsId(from);
  }
  const reason = RELATIONS[kind].refuse(source, target, attributes);
  if (reason !== null) refuse('line-refused', { reason });
  context.checkRoom('relations');
  const id = context.idFor();
  context.transact(() => context.table('relations').set(id, relationMap({ kind, from, to, attributes })));
  return id;
}
