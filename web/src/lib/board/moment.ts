import { acadYear } from '../../chart/formatters';
import { b } from '../../i18n/board';
import { formatDate } from '../format';
import { settings } from '../state/settings.svelte';
import type { Meeting } from './board';

/** A point in time the present can be compared with: a meeting by its id, or the end of a year. */
export interface Moment {
  id: string;
  label: string;
}

/** What can be compared with: meetings, the last first, then the years before the data's last. */
export function moments(meetings: readonly Meeting[], years: readonly { id: string }[]): Moment[] {
  const held = meetings.filter(({ before }) => before).toReversed();
  return [
    ...held.map(({ id, held_on }) => ({ id, label: b('since.meeting', { when: formatDate(held_on, settings.locale) }) })),
    ...years.slice(0, -1).toReversed().map(({ id }) => ({ id, label: b('since.year', { year: acadYear(id) }) })),
  ];
}
