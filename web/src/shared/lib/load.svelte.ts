// One request of a screen: what it brought, whether it is on its way, why it was refused. A late answer to an old
// question is dropped.
import { Refused } from '../api/client';
import type { Problem } from '../api/types';

export class Load<T> {
  value: T | undefined = $state.raw();
  problem: Problem | null = $state.raw(null);
  busy = $state(false);
  #ticket = 0;

  async run(ask: () => Promise<T>): Promise<T | undefined> {
    const ticket = ++this.#ticket;
    this.busy = true;
    try {
      const value = await ask();
      if (ticket !== this.#ticket) return undefined;
      this.value = value;
      this.problem = null;
      return value;
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      if (ticket === this.#ticket) this.problem = error.problem;
      return undefined;
    } finally {
      if (ticket === this.#ticket) this.busy = false;
    }
  }
}
