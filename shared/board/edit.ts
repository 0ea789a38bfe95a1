import type * as Y from 'yjs';
import { cite } from './cites.ts';
import { addElements } from './edit-batch.ts';
import { EditContext, type EditorOptions } from './edit-context.ts';
import * as elements from './edit-elements.ts';
import * as overlays from './edit-overlays.ts';
import { relate, reparent } from './edit-relations.ts';
import { remove } from './edit-remove.ts';
import * as states from './edit-states.ts';
import type {
  FramePatch,
  FrictionPatch,
  NewContent,
  NewElement,
  NewFrame,
  NewFriction,
  NewPrompt,
  NewTiger,
  NewZone,
  PromptPatch,
  TigerPatch,
  ZonePatch,
} from './edit-types.ts';
import type {
  Attributes,
  AttributeValue,
  BoardMeta,
  Box,
  ElementKindId,
  Id,
  Point,
  RelationKindId,
  StateId,
} from './model.ts';

export type { EditorOptions } from './edit-context.ts';
export { BoardEditError } from './edit-error.ts';
export type * from './edit-types.ts';

/**
 * The only writer of a board. Each method is one transaction, and one step of undo, unless it runs inside `transact`. A method
 * that is refused throws `BoardEditError` with a sentence for people, and has written nothing. Methods that take several ids
 * pass over those that somebody else has removed by now; methods that take one id refuse with `missing`.
 */
export interface BoardEditor {
  readonly doc: Y.Doc;
  readonly origin: object;
  /**
   * Everything inside is one transaction and one step of undo; nested calls join the outer one. When `run` throws, what it
   * wrote before stays: Yjs takes nothing back.
   */
  transact<T>(run: () => T): T;
  setMeta(patch: Partial<BoardMeta>): void;
  addElement(input: NewElement): Id;
  /** Adds a piece of a board (paste, duplicate, template) under new ids; answers old to new, for everything in it. */
  addElements(batch: Partial<NewContent>): Map<Id, Id>;
  rename(id: Id, name: string): void;
  move(positions: ReadonlyMap<Id, Point>): void;
  resize(boxes: ReadonlyMap<Id, Box>): void;
  setAttributes(ids: readonly Id[], patch: Readonly<Record<string, AttributeValue | null>>): void;
  setKind(id: Id, kind: ElementKindId): void;
  setSitsIn(ids: readonly Id[], container: Id | null): void;
  setOrder(id: Id, order: string): void;
  setLocked(ids: readonly Id[], locked: boolean): void;
  setGroup(ids: readonly Id[], group: Id | null): void;
  reparent(ids: readonly Id[], boss: Id | null): void;
  relate(kind: RelationKindId, from: Id, to: Id, attributes?: Attributes): Id;
  addZone(input: NewZone): Id;
  updateZone(id: Id, patch: ZonePatch): void;
  addTiger(input: NewTiger): Id;
  updateTiger(id: Id, patch: TigerPatch): void;
  setLoad(tigerId: Id, elementId: Id, share: number | null): void;
  addFriction(input: NewFriction): Id;
  updateFriction(id: Id, patch: FrictionPatch): void;
  addFrame(input: NewFrame): Id;
  updateFrame(id: Id, patch: FramePatch): void;
  addPrompt(input: NewPrompt): Id;
  updatePrompt(id: Id, patch: PromptPatch): void;
  remove(ids: readonly Id[]): void;
  /** Adds a state with what stands in `from`, under the same ids; empty when that is `null`. */
  addState(state: StateId, title: string, from: StateId | null): void;
  renameState(state: StateId, title: string): void;
  removeState(state: StateId): void;
  /** Says that what this step changes was taken over from a proposal, at ms since 1970; `null` takes it back. */
  cite(proposal: Id, at: number | null): void;
}

/** An editor that writes with this origin. It keeps no state of its own; there may be several for one document. */
export function createEditor(doc: Y.Doc, options: EditorOptions): BoardEditor {
  const context = new EditContext(doc, options);
  return Object.freeze<BoardEditor>({
    doc,
    origin: options.origin,
    transact: (run) => context.transact(run),
    setMeta: (patch) => overlays.setMeta(context, patch),
    addElement: (input) => elements.addElement(context, input),
    addElements: (batch) => addElements(context, batch),
    rename: (id, name) => elements.rename(context, id, name),
    move: (positions) => elements.move(context, positions),
    resize: (boxes) => elements.resize(context, boxes),
    setAttributes: (ids, patch) => elements.setAttributes(context, ids, patch),
    setKind: (id, kind) => elements.setKind(context, id, kind),
    setSitsIn: (ids, container) => elements.setSitsIn(context, ids, container),
    setOrder: (id, order) => elements.setOrder(context, id, order),
    setLocked: (ids, locked) => elements.setLocked(context, ids, locked),
    setGroup: (ids, group) => elements.setGroup(context, ids, group),
    reparent: (ids, boss) => reparent(context, ids, boss),
    relate: (kind, from, to, attributes) => relate(context, kind, from, to, attributes),
    addZone: (input) => overlays.addZone(context, input),
    updateZone: (id, patch) => overlays.updateZone(context, id, patch),
    addTiger: (input) => overlays.addTiger(context, input),
    updateTiger: (id, patch) => overlays.updateTiger(context, id, patch),
    setLoad: (tigerId, elementId, share) => overlays.setLoad(context, tigerId, elementId, share),
    addFriction: (input) => overlays.addFriction(context, input),
    updateFriction: (id, patch) => overlays.updateFriction(context, id, patch),
    addFrame: (input) => overlays.addFrame(context, input),
    updateFrame: (id, patch) => overlays.updateFrame(context, id, patch),
    addPrompt: (input) => overlays.addPrompt(context, input),
    updatePrompt: (id, patch) => overlays.updatePrompt(context, id, patch),
    remove: (ids) => remove(context, ids),
    addState: (state, title, from) => states.addState(context, state, title, from),
    renameState: (state, title) => states.renameState(context, state, title),
    removeState: (state) => states.removeState(context, state),
    cite: (proposal, at) => cite(context, proposal, at),
  });
}
