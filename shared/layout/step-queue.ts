/** A step of a search: what it stands at, what it cost to come there, and what it would cost at least in all. */
export interface Step {
  readonly key: number;
  readonly cost: number;
  readonly rank: number;
}

/** A heap of steps, least rank first. */
export class StepQueue {
  readonly #steps: Step[] = [];

  push(step: Step): void {
    const steps = this.#steps;
    let at = steps.length;
    steps.push(step);
    while (at > 0) {
      const up = (at - 1) >> 1;
      const above = steps[up];
      if (above === undefined || above.rank <= step.rank) break;
      steps[at] = above;
      at = up;
    }
    steps[at] = step;
  }

  pop(): Step | undefined {
    const steps = this.#steps;
    const first = steps[0];
    const last = steps.pop();
    if (first === undefined || last === undefined || steps.length === 0) return first;
    let at = 0;
    for (;;) {
      let child = 2 * at + 1;
      const [left, right] = [steps[child], steps[child + 1]];
      if (left === undefined) break;
      if (right !== undefined && right.rank < left.rank) child += 1;
      const least = steps[child];
      if (least === undefined || least.rank >= last.rank) break;
      steps[at] = least;
      at = child;
    }
    steps[at] = last;
    return first;
  }
}
