import type { Language } from '../../chart/payload';
import { settings } from '../../lib/state/settings.svelte';
import { fill, type RestOf, type TableLike } from '../messages';
import { commitEn } from './commit.en';
import { commitZhHans } from './commit.zh-Hans';
import { commitZhHant } from './commit.zh-Hant';
import { pageEn } from './page.en';
import { pageZhHans } from './page.zh-Hans';
import { pageZhHant } from './page.zh-Hant';
import { workEn } from './work.en';
import { workZhHans } from './work.zh-Hans';
import { workZhHant } from './work.zh-Hant';

const en = { ...pageEn, ...workEn, ...commitEn } as const;

/** The key of a text of the Data page. */
export type DataKey = keyof typeof en;

/** The texts of the Data page in each language. */
export const tables: Record<Language, TableLike<typeof en>> = {
  en,
  'zh-Hant': { ...pageZhHant, ...workZhHant, ...commitZhHant },
  'zh-Hans': { ...pageZhHans, ...workZhHans, ...commitZhHans },
};

/** A text of the Data page in the reader's language; these come with the page, not with the first load. */
export function d<K extends DataKey>(key: K, ...rest: RestOf<(typeof en)[K]>): string {
  return fill(tables[settings.lang][key], rest[0] ?? {}, settings.locale);
}
