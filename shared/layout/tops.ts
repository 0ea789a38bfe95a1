import type { Id } from '../board/model.ts';

/** Who is at the top of whom, in trees that grow; each look-up shortens the way of the next. */
export class Tops {
  readonly #above = new Map<Id, Id>();

  put(id: Id, above: Id): void {
    this.#above.set(id, above);
  }

  of(id: Id): Id {
    let top = id;
    for (let up = this.#above.get(top); up !== undefined; up = this.#above.get(top)) top = up;
    for (let at = id; at !== top; ) {
      const up = this.#above.get(at) ?? top;
      this.#above.set(at, top);
      at = up;
    }
    return top;
  }
}
