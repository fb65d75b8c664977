import type { Language } from '../../chart/payload';
import { settings } from '../../lib/state/settings.svelte';
import { fill, type RestOf, type TableLike } from '../messages';
import { paletteEn } from './en';
import { paletteZhHans } from './zh-Hans';
import { paletteZhHant } from './zh-Hant';

/** The texts of the palette in each language. */
export const tables: Record<Language, TableLike<typeof paletteEn>> = { en: paletteEn, 'zh-Hant': paletteZhHant, 'zh-Hans': paletteZhHans };

/** A text of the palette, or of saved views, in the reader's language; these come when they are first asked for. */
export function q<K extends keyof typeof paletteEn>(key: K, ...rest: RestOf<(typeof paletteEn)[K]>): string {
  return fill(tables[settings.lang][key], rest[0] ?? {}, settings.locale);
}
