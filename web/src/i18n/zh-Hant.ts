import { chartZhHant } from './chart/zh-Hant';
import { figuresZhHant } from './figures/zh-Hant';
import { filterZhHant } from './filter/zh-Hant';
import { frameZhHant } from './frame/zh-Hant';
import type { Messages } from './messages';

/** Every text that all pages need, in traditional Chinese as Hong Kong writes it. */
export const zhHant: Messages = { ...frameZhHant, ...filterZhHant, ...figuresZhHant, ...chartZhHant };
