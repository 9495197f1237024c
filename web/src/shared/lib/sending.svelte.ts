// One form or button that changes something: whether it is on its way, why it was refused, and which field a fault belongs to.
import { Refused } from '../api/client';
import type { Problem } from '../api/types';

export class Sending {
  busy = $state(false);
  problem: Problem | null = $state.raw(null);

  /** True when it went through. A refusal stands in `problem`, any other error is thrown on. */
  async run(work: () => Promise<unknown>): Promise<boolean> {
    [this.busy, this.problem] = [true, null];
    try {
      await work();
      return true;
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      this.problem = error.problem;
      return false;
    } finally {
      this.busy = false;
    }
  }

  /** What is wrong with the field the server calls so. */
  readonly at = (field: string): string | undefined => this.problem?.faults.find((fault) => fault.where === field)?.message;
}
