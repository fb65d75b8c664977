import type { Language } from '../../chart/payload';
import { settings } from '../../lib/state/settings.svelte';
import { fill, type RestOf, type TableLike } from '../messages';
import { profileEn } from './en';
import { profileZhHans } from './zh-Hans';
import { profileZhHant } from './zh-Hant';

/** The key of a text of the pages Places and Partners. */
export type ProfileKey = keyof typeof profileEn;

/** The texts of these pages in each language. */
export const tables: Record<Language, TableLike<typeof profileEn>> = { en: profileEn, 'zh-Hant': profileZhHant, 'zh-Hans': profileZhHans };

/** A text of these pages in the reader's language; they come with the page, not with the first load. */
export function p<K extends ProfileKey>(key: K, ...rest: RestOf<(typeof profileEn)[K]>): string {
  return fill(tables[settings.lang][key], rest[0] ?? {}, settings.locale);
}
