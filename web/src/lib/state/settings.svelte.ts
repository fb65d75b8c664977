import { locales } from '../../chart/formatters';
import type { Language } from '../../chart/payload';
import { spoken } from '../../i18n/spoken.svelte';
import { place } from './location.svelte';
import { languages, themes, type Theme } from './url';

/** What the reader chose; `system` follows the machine. */
export type ThemeChoice = Theme | 'system';

const darkQuery = matchMedia('(prefers-color-scheme: dark)');
const contrastQuery = matchMedia('(prefers-contrast: more)');
const stillQuery = matchMedia('(prefers-reduced-motion: reduce)');

/** Language, theme and movement: from the address, then what was chosen before, then the machine. */
class Settings {
  #choice = $state<ThemeChoice>(themes.find((known) => known === stored('theme')) ?? 'system');
  #chosenLang = $state<Language>(languages.find((known) => known === stored('lang')) ?? fromBrowser());
  #offered = $state.raw<readonly Language[]>(languages);
  #dark = $state(darkQuery.matches);
  #contrast = $state(contrastQuery.matches);
  still = $state(stillQuery.matches);

  constructor() {
    darkQuery.addEventListener('change', () => (this.#dark = darkQuery.matches));
    contrastQuery.addEventListener('change', () => (this.#contrast = contrastQuery.matches));
    stillQuery.addEventListener('change', () => (this.still = stillQuery.matches));
  }

  /** The address decides; then the reader, among the languages the data set is shown in; then its first. */
  get wanted(): Language {
    return place.current.lang ?? (this.#offered.includes(this.#chosenLang) ? this.#chosenLang : (this.#offered[0] ?? 'en'));
  }

  /** The language the page is in: the one wanted, once its texts are here. */
  get lang(): Language {
    return spoken.has(this.wanted) ? this.wanted : spoken.now;
  }

  /** Says which languages the data set is shown in. */
  offer(offered: readonly Language[]): void {
    // Every answer brings the list anew; only another list is news.
    if (offered.join() !== this.#offered.join()) this.#offered = offered;
  }

  /** The Intl locale of the language. */
  get locale(): string {
    return locales[this.lang];
  }

  get themeChoice(): ThemeChoice {
    return place.current.theme ?? this.#choice;
  }

  get theme(): Theme {
    if (this.themeChoice !== 'system') return this.themeChoice;
    if (this.#contrast) return 'hc';
    return this.#dark ? 'dark' : 'light';
  }

  setLang(lang: Language): void {
    this.#chosenLang = lang;
    store('lang', lang);
    place.replace({ lang });
  }

  setTheme(choice: ThemeChoice): void {
    this.#choice = choice;
    store('theme', choice);
    // A theme in the address would win over the choice just made.
    if (place.current.theme) place.replace({ theme: null });
  }
}

function fromBrowser(): Language {
  for (const tag of navigator.languages) {
    if (/^zh-(hans|cn|sg)\b/i.test(tag)) return 'zh-Hans';
    if (/^zh\b/i.test(tag)) return 'zh-Hant';
    if (/^en\b/i.test(tag)) return 'en';
  }
  return 'en';
}

function stored(key: string): string | null {
  try {
    return localStorage.getItem(`meridian.${key}`);
  } catch {
    return null; // Private windows may refuse storage; the machine's setting then decides.
  }
}

function store(key: string, value: string): void {
  try {
    localStorage.setItem(`meridian.${key}`, value);
  } catch {
    // The choice then lasts for this visit.
  }
}

export const settings = new Settings();
