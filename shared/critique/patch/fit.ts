import { placeOf } from '../../board/edit-overlays.ts';
import { firstStaying, liftLine } from '../../board/edit-remove.ts';
import type { Board, BoardElement, Frame, Id, Overlay, Relation } from '../../board/model.ts';
import { reportsId } from '../../board/model.ts';
import { repair } from '../../board/repair.ts';
import { nameOf } from '../../board/sentences.ts';
import { sameData, sortedMap } from '../../board/tables.ts';
import { LIMITS } from '../../protocol/messages.ts';
import { RELATIONS } from '../../relations/index.ts';
import type { BoardPatch } from '../patch.ts';
import { type Thing, withKeys } from './parts.ts';

export interface FitOptions {
  /** May change and remove what is locked; without it that stays, and a sentence says so. */
  readonly mayEditLocked?: boolean;
}

/** A board with as much of a patch as fits it. */
export interface Fit {
  readonly board: Board;
  /** One sentence for each part that was left out. */
  readonly skipped: readonly string[];
}

const quoted = (name: string): string => (name === '' ? 'Something' : `“${name}”`);

/** One patch being put on one board. */
class Fitting {
  readonly #board: Board;
  readonly #patch: BoardPatch;
  readonly #mayEditLocked: boolean;
  readonly #elements: Map<Id, BoardElement>;
  readonly #relations: Map<Id, Relation>;
  readonly #overlays: Map<Id, Overlay>;
  readonly #frames: Map<Id, Frame>;
  readonly #wished: ReadonlyMap<Id, BoardElement>;
  readonly #skipped = new Set<string>();

  constructor(board: Board, patch: BoardPatch, options: FitOptions) {
    this.#board = board;
    this.#patch = patch;
    this.#mayEditLocked = options.mayEditLocked === true;
    this.#elements = new Map(board.elements);
    this.#relations = new Map(board.relations);
    this.#overlays = new Map(board.overlays);
    this.#frames = new Map(board.frames);
    this.#wished = new Map(patch.elements.map((element) => [element.id, element]));
  }

  fit(): Fit {
    this.#remove();
    this.#putElements();
    this.#putLines();
    for (const overlay of this.#patch.overlays) {
      if (!this.#elements.has(overlay.id) && !this.#relations.has(overlay.id)) this.#put(this.#overlays, overlay);
    }
    for (const frame of this.#patch.frames) {
      if (![this.#elements, this.#relations, this.#overlays].some((table) => table.has(frame.id))) {
        this.#put(this.#frames, frame);
      }
    }
    const board = repair(
      Object.freeze({
        ...this.#board,
        elements: sortedMap(this.#elements),
        relations: sortedMap(this.#relations),
        overlays: sortedMap(this.#overlays),
        frames: sortedMap(this.#frames),
      }),
    );
    return { board, skipped: [...this.#skipped] };
  }

  #skip(sentence: string): void {
    this.#skipped.add(sentence);
  }

  #name(id: Id): string {
    return quoted(nameOf(this.#board, id) || this.#wished.get(id)?.name.trim() || '');
  }

  /** The keys of a thing that differ from what was there; `null` when it is new. */
  #keys(id: Id): readonly string[] | null {
    const { changed } = this.#patch;
    return changed !== undefined && Object.hasOwn(changed, id) ? (changed[id] ?? null) : null;
  }

  /** The thing as the patch wants it on this board; `null` when it has gone meanwhile. */
  #merged<T extends Thing>(now: T | undefined, wished: T): T | null {
    const keys = this.#keys(wished.id);
    if (keys === null) return wished;
    if (now === undefined) return null;
    const sameKind = !('kind' in now && 'kind' in wished) || now.kind === wished.kind || keys.includes('kind');
    return sameKind ? withKeys(now, wished, keys) : null;
  }

  #put<T extends Overlay | Frame>(table: Map<Id, T>, wished: T): void {
    const merged = this.#merged(table.get(wished.id), wished);
    if (merged !== null) table.set(wished.id, merged);
    else this.#skip(`${quoted('title' in wished ? wished.title.trim() : '')} is no longer on the board.`);
  }

  #mayRemove(id: Id): boolean {
    if (this.#mayEditLocked) return true;
    if (this.#board.elements.get(id)?.locked === true) {
      this.#skip(`${this.#name(id)} is locked and stays.`);
      return false;
    }
    if ([...this.#board.elements.values()].some((element) => element.sitsIn === id && element.locked)) {
      this.#skip(`${this.#name(id)} holds something locked and stays.`);
      return false;
    }
    return true;
  }

  #remove(): void {
    const board = this.#board;
    const gone = new Set(this.#patch.removed.filter((id) => this.#mayRemove(id)));
    if (gone.size === 0) return;
    for (const [id, element] of board.elements) {
      if (gone.has(id) || element.sitsIn === null || !gone.has(element.sitsIn)) continue;
      const sitsIn = firstStaying(element.sitsIn, (at) => board.elements.get(at)?.sitsIn ?? null, gone);
      this.#elements.set(id, Object.freeze({ ...element, sitsIn }));
    }
    const ended = new Set(gone);
    for (const [id, line] of board.relations) {
      if (!gone.has(id) && !gone.has(line.from) && !gone.has(line.to)) continue;
      const instead = gone.has(id) ? null : liftLine(board, line, gone);
      if (instead !== null) this.#relations.set(id, instead);
      else {
        this.#relations.delete(id);
        ended.add(id);
      }
    }
    for (const overlay of board.overlays.values()) this.#leave(overlay, ended);
    for (const table of [this.#elements, this.#overlays, this.#frames]) for (const id of gone) table.delete(id);
  }

  /** What an overlay keeps of what is gone: a marker stays where it stood. */
  #leave(overlay: Overlay, gone: ReadonlySet<Id>): void {
    if (this.#patch.overlays.some((wished) => wished.id === overlay.id)) return;
    if (overlay.kind === 'tiger' && gone.has(overlay.sponsor)) {
      this.#overlays.set(overlay.id, Object.freeze({ ...overlay, sponsor: '' }));
    }
    if (overlay.kind !== 'friction' || overlay.on.length === 0 || !overlay.on.every((id) => gone.has(id))) return;
    const at = placeOf(this.#board, overlay.on[0] as Id);
    if (at !== null) this.#overlays.set(overlay.id, Object.freeze({ ...overlay, at: Object.freeze({ ...at }) }));
  }

  #putElements(): void {
    const homes: { readonly id: Id; readonly old: Id | null; readonly next: Id | null }[] = [];
    for (const wished of this.#patch.elements) {
      const { id } = wished;
      const now = this.#elements.get(id);
      const merged = this.#merged(now, wished);
      if (merged === null) {
        this.#skip(`${quoted(wished.name.trim())} is no longer on the board.`);
        continue;
      }
      if (now === undefined && this.#elements.size >= LIMITS.elements) {
        this.#skip('This board is full: what the proposal adds has no room.');
        continue;
      }
      if (now !== undefined && sameData(now, merged)) continue;
      if (now?.locked === true && !this.#mayEditLocked) {
        this.#skip(`${this.#name(id)} is locked and stays as it is.`);
        continue;
      }
      const old = now?.sitsIn ?? null;
      this.#elements.set(id, old === merged.sitsIn ? merged : Object.freeze({ ...merged, sitsIn: null }));
      if (old !== merged.sitsIn) homes.push({ id, old, next: merged.sitsIn });
    }
    for (const { id, old, next } of homes) {
      if (next === null) continue;
      const sitsIn = this.#mayHold(next, id) ? next : old !== null && this.#mayHold(old, id) ? old : null;
      if (sitsIn !== next) this.#skip(`${this.#name(id)} can no longer sit in ${this.#name(next)}.`);
      const element = this.#elements.get(id);
      if (element !== undefined) this.#elements.set(id, Object.freeze({ ...element, sitsIn }));
    }
  }

  #mayHold(container: Id, id: Id): boolean {
    let at: Id | null = container;
    for (let steps = 0; at !== null && steps <= this.#elements.size; steps += 1) {
      if (at === id || !this.#elements.has(at)) return false;
      at = this.#elements.get(at)?.sitsIn ?? null;
    }
    return at === null;
  }

  #fits(line: Relation): boolean {
    const [from, to] = [this.#elements.get(line.from), this.#elements.get(line.to)];
    if (from === undefined || to === undefined || from === to || this.#elements.has(line.id)) return false;
    if ((line.kind === 'reports') !== (line.id === reportsId(line.from))) return false;
    return RELATIONS[line.kind].refuse(from, to, line.attributes) === null;
  }

  #isTwin(line: Relation): boolean {
    const { symmetric } = RELATIONS[line.kind];
    return [...this.#relations.values()].some(
      (other) =>
        other.id !== line.id &&
        other.kind === line.kind &&
        sameData(other.attributes, line.attributes) &&
        ((other.from === line.from && other.to === line.to) ||
          (symmetric && other.from === line.to && other.to === line.from)),
    );
  }

  #skipLine(line: Relation): void {
    this.#skip(
      line.kind === 'reports'
        ? `${this.#name(line.from)} can no longer report to ${this.#name(line.to)}.`
        : `A line from ${this.#name(line.from)} to ${this.#name(line.to)} no longer fits.`,
    );
  }

  #putLines(): void {
    const bosses: Relation[] = [];
    for (const wished of this.#patch.relations) {
      const now = this.#relations.get(wished.id);
      const merged = now === undefined && wished.kind === 'reports' ? wished : this.#merged(now, wished);
      if (merged === null) this.#skipLine(wished);
      else if (now !== undefined && sameData(now, merged)) continue;
      else if (merged.kind === 'reports') bosses.push(merged);
      else if (!this.#fits(merged)) this.#skipLine(merged);
      else if (now === undefined && this.#relations.size >= LIMITS.relations) {
        this.#skip('This board is full: what the proposal adds has no room.');
      } else if (now !== undefined || !this.#isTwin(merged)) this.#relations.set(merged.id, merged);
    }
    // All at once: two may trade places.
    const before = new Map(bosses.map(({ id }) => [id, this.#relations.get(id)] as const));
    for (const { id } of bosses) this.#relations.delete(id);
    for (const line of bosses) {
      const old = before.get(line.id);
      const may = (one: Relation): boolean => this.#fits(one) && !this.#isAbove(line.from, one.to);
      if (may(line)) this.#relations.set(line.id, line);
      else {
        this.#skipLine(line);
        if (old !== undefined && may(old)) this.#relations.set(old.id, old);
      }
    }
  }

  #isAbove(boss: Id, id: Id): boolean {
    let at: Id | undefined = id;
    for (let steps = 0; at !== undefined && steps <= this.#relations.size + 1; steps += 1) {
      if (at === boss) return true;
      at = this.#relations.get(reportsId(at))?.to;
    }
    return false;
  }
}

/** Puts a patch on a board that may have changed since: takes what fits, says what does not. The result is a valid board. */
export const fitPatch = (board: Board, patch: BoardPatch, options: FitOptions = {}): Fit =>
  new Fitting(board, patch, options).fit();

/** The board with the patch on it, whatever is locked; what no longer fits is left out. */
export const patched = (board: Board, patch: BoardPatch): Board =>
  fitPatch(board, patch, { mayEditLocked: true }).board;
