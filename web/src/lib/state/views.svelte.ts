import { keep, readKept } from './kept';
import { place } from './location.svelte';
import { formatAddress, parseAddress } from './url';
import { viewsIn, type View } from './view';

/** Longer names say no more. */
export const longestName = 80;

/** The views this browser keeps, newest first. */
class Views {
  list = $state.raw<readonly View[]>(viewsIn(readKept('views')));

  /** The address a view of now would have. */
  get here(): string {
    return formatAddress({ ...place.current, explain: null, lang: null, theme: null });
  }

  /** Keeps the page of now under a name; a view of that name is replaced. False where the browser refuses to keep it. */
  save(name: string): boolean {
    const called = name.trim().slice(0, longestName);
    if (!called) return false;
    return this.#set([{ name: called, address: this.here }, ...this.list.filter((view) => view.name !== called)]);
  }

  /** Gives a view another name; one that already has it is replaced. */
  rename(view: View, name: string): boolean {
    const called = name.trim().slice(0, longestName);
    if (!called) return false;
    const others = this.list.filter((one) => one === view || one.name !== called);
    return this.#set(others.map((one) => (one === view ? { ...one, name: called } : one)));
  }

  remove(view: View): boolean {
    return this.#set(this.list.filter((one) => one !== view));
  }

  /** Brings back a list as it was. */
  restore(list: readonly View[]): boolean {
    return this.#set(list);
  }

  /** The link that opens a view here, in the reader's language and theme. */
  href(view: View): string {
    const address = parseAddress(new URL(view.address, location.origin));
    return formatAddress({ ...address, lang: place.current.lang, theme: place.current.theme });
  }

  /** What is on screen changes even where the browser keeps nothing: it then lasts for this visit. */
  #set(list: readonly View[]): boolean {
    this.list = list;
    return keep('views', list);
  }
}

export const views = new Views();
