import { chartZhHans } from './chart/zh-Hans';
import { figuresZhHans } from './figures/zh-Hans';
import { filterZhHans } from './filter/zh-Hans';
import { frameZhHans } from './frame/zh-Hans';
import type { Messages } from './messages';

/** Every text that all pages need, in simplified Chinese. */
export const zhHans: Messages = { ...frameZhHans, ...filterZhHans, ...figuresZhHans, ...chartZhHans };
