import { SvelteMap } from 'svelte/reactivity';
import { get } from '../api';
import { settings } from './settings.svelte';

/** What partners are called, as far as they were asked for: there may be too many to list them all. */
class PartnerNames {
  readonly #names = new SvelteMap<string, string>();
  readonly #asked = new Set<string>();

  /** The name in the reader's language; the id until it is known, and where there is no such partner. */
  label(id: string): string {
    const key = `${settings.lang}|${id}`;
    if (!this.#asked.has(key)) {
      this.#asked.add(key);
      void this.#ask(key, id, settings.lang);
    }
    return this.#names.get(key) ?? id;
  }

  async #ask(key: string, id: string, lang: string): Promise<void> {
    try {
      const query: [string, string][] = [['partner', id], ['lang', lang]];
      const { partners } = await get<{ partners: { id: string; name: string }[] }>('/partners', query, new AbortController().signal);
      const found = partners.find((partner) => partner.id === id);
      if (found) this.#names.set(key, found.name);
    } catch {
      // The id stands for the name; the next page asks again.
      this.#asked.delete(key);
    }
  }
}

export const partnerNames = new PartnerNames();
