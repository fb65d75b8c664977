import { edition } from './state/edition.svelte';

/** What a question to the server stands at. `data` keeps the last answer while the next is on its way. */
export class Resource<T> {
  data = $state.raw<T | null>(null);
  error = $state.raw<unknown>(null);
  loading = $state(true);
  #attempt = $state(0);

  /**
   * Asks again whenever something `ask` reads changes or the data does, and drops the answer to an older question.
   * `ask` returns null while there is nothing to ask yet. Call it while a component is set up.
   */
  constructor(ask: (signal: AbortSignal) => Promise<T> | null) {
    $effect(() => {
      void this.#attempt;
      void edition.turn;
      const stop = new AbortController();
      const answer = ask(stop.signal);
      if (!answer) return;
      this.loading = true;
      answer.then(
        (data) => {
          if (!stop.signal.aborted) this.#settle(data, null);
        },
        (error: unknown) => {
          if (!stop.signal.aborted) this.#settle(null, error);
        },
      );
      return () => stop.abort();
    });
  }

  retry(): void {
    this.#attempt++;
  }

  #settle(data: T | null, error: unknown): void {
    this.data = data;
    this.error = error;
    this.loading = false;
  }
}
