import { settings } from '../lib/state/settings.svelte';
import type { en } from './en';
import { fill, type MessageKey, type RestOf } from './messages';
import { spoken } from './spoken.svelte';

export type { MessageKey } from './messages';

/** A text in the reader's language; it follows when the language changes. */
export function t<K extends MessageKey>(key: K, ...rest: RestOf<(typeof en)[K]>): string {
  return fill(spoken.table(settings.lang)[key], rest[0] ?? {}, settings.locale);
}
