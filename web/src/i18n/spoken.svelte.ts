import type { Language } from '../chart/payload';
import { en } from './en';
import type { Messages } from './messages';

// English is there from the start: every other language is held against it. The others come when they are wanted.
const others: Record<Exclude<Language, 'en'>, () => Promise<Messages>> = {
  'zh-Hant': async () => (await import('./zh-Hant')).zhHant,
  'zh-Hans': async () => (await import('./zh-Hans')).zhHans,
};

/** The languages whose texts are here. */
class Spoken {
  #tables = $state.raw<{ en: Messages } & Partial<Record<Language, Messages>>>({ en });
  /** The language the page was last in: it stays until the texts of another have come. */
  now = $state<Language>('en');

  has(lang: Language): boolean {
    return lang in this.#tables;
  }

  /** The texts of a language; the English ones where its own have not come. */
  table(lang: Language): Messages {
    return this.#tables[lang] ?? this.#tables.en;
  }

  /** Brings the texts of a language, once, and makes it the one of now. Fails when the server cannot be reached. */
  async learn(lang: Language): Promise<void> {
    if (lang !== 'en' && !this.has(lang)) {
      const texts = await others[lang]();
      this.#tables = { ...this.#tables, [lang]: texts };
    }
    this.now = lang;
  }
}

export const spoken = new Spoken();
