import { chartEn } from './chart/en';
import { figuresEn } from './figures/en';
import { filterEn } from './filter/en';
import { frameEn } from './frame/en';

/** Every text that all pages need. `{name}` is filled in; one and other follow the number `n`. */
export const en = { ...frameEn, ...filterEn, ...figuresEn, ...chartEn } as const;
