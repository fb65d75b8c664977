import type { Language } from '../chart/payload';
import { settings } from '../lib/state/settings.svelte';
import { en } from './en';
import { fill, type MessageKey, type Messages, type RestOf } from './messages';
import { zhHans } from './zh-Hans';
import { zhHant } from './zh-Hant';

export type { MessageKey } from './messages';

const tables: Record<Language, Messages> = { en, 'zh-Hant': zhHant, 'zh-Hans': zhHans };

/** A text in the reader's language; it follows when the language changes. */
export function t<K extends MessageKey>(key: K, ...rest: RestOf<(typeof en)[K]>): string {
  return fill(tables[settings.lang][key], rest[0] ?? {}, settings.locale);
}
