import type { Language } from '../../chart/payload';
import { settings } from '../../lib/state/settings.svelte';
import { fill, type RestOf, type TableLike } from '../messages';
import { explainEn } from './en';
import { explainZhHans } from './zh-Hans';
import { explainZhHant } from './zh-Hant';

/** The texts of the panel in each language. */
export const tables: Record<Language, TableLike<typeof explainEn>> = { en: explainEn, 'zh-Hant': explainZhHant, 'zh-Hans': explainZhHans };

/** A text of the panel, or of the choices at a mark, in the reader's language; these come when they are first asked for. */
export function x<K extends keyof typeof explainEn>(key: K, ...rest: RestOf<(typeof explainEn)[K]>): string {
  return fill(tables[settings.lang][key], rest[0] ?? {}, settings.locale);
}
