import { t } from '../../i18n';
import { forget, getReady, listenForVersion } from '../api';
import { announcer } from './announcer.svelte';

/** How often an open page asks whether the data is still the same, in milliseconds. */
const every = 20_000;

/** Which version of the data is shown. When the server has another, everything on the page is asked again. */
class Edition {
  /** Goes up when the data changed: what was read before is then out of date. */
  turn = $state(0);
  #version = '';

  /** Watches for another version while the page is looked at. Returns the way to stop. */
  follow(): () => void {
    const look = (): void => {
      if (document.visibilityState === 'visible') void this.check();
    };
    // An answer may come late, from before a change: it is only a reason to ask.
    listenForVersion((version) => {
      if (this.#version && version !== this.#version) look();
      else this.#version = version;
    });
    const timer = setInterval(look, every);
    document.addEventListener('visibilitychange', look);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', look);
    };
  }

  /** Asks the server which version it has. */
  async check(): Promise<void> {
    try {
      const { dataset } = await getReady();
      this.#take(dataset.version, dataset.name);
    } catch {
      // A server that is away for a moment has not changed its data; it is asked again.
    }
  }

  #take(version: string, name: string): void {
    const before = this.#version;
    if (before === version) return;
    this.#version = version;
    if (!before) return;
    forget();
    this.turn++;
    announcer.say(t('data.changed', { name }));
  }
}

export const edition = new Edition();
