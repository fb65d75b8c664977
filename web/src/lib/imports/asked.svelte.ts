import { isFact } from './steps';
import type { Need } from './types';

/** The facts about the data set that were filled in for the reader, who has not said that they are right. */
export class Asked {
  needs = $state.raw<readonly Need[]>([]);
  #confirmed: readonly string[] = [];

  /** Takes what the server asks for. What was asked once stays asked: what was filled in here counts as said once it is sent back. */
  hear(needs: readonly Need[]): void {
    const before = [...this.needs.map(({ key }) => key), ...this.#confirmed];
    const more = needs.filter(({ key }) => isFact(key) && !before.includes(key));
    if (more.length) this.needs = [...this.needs, ...more];
  }

  /** The reader said these facts, or that they are right. */
  confirm(keys: readonly string[]): void {
    this.#confirmed = [...this.#confirmed, ...keys];
    this.needs = this.needs.filter(({ key }) => !keys.includes(key));
  }

  clear(): void {
    this.needs = [];
    this.#confirmed = [];
  }
}
