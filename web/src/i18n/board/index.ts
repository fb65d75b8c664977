import type { Language } from '../../chart/payload';
import { settings } from '../../lib/state/settings.svelte';
import { fill, type RestOf, type TableLike } from '../messages';
import { en } from './en';
import { zhHans } from './zh-Hans';
import { zhHant } from './zh-Hant';

/** A whole table of the Board page's texts. */
export type Texts = TableLike<typeof en>;

const tables: Record<Language, Texts> = { en, 'zh-Hant': zhHant, 'zh-Hans': zhHans };

/** A text of the Board page in the reader's language; these come with the page. */
export function b<K extends keyof typeof en>(key: K, ...rest: RestOf<(typeof en)[K]>): string {
  return fill(tables[settings.lang][key], rest[0] ?? {}, settings.locale);
}
