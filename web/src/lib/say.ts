import { t } from '../i18n';
import { acadYear } from '../chart/formatters';
import { settings } from './state/settings.svelte';
import { useSession } from './state/session.svelte';
import { listFilters, type Filters } from './state/url';

/** What a filter field is called. */
export function filterName(name: keyof Filters): string {
  if (name !== 'from' && name !== 'to') return t(`filter.name.${name}`);
  return t(useSession().calendarYears ? 'filter.name.calendarYears' : 'filter.name.years');
}

/** Filter fields as they are called within a sentence. */
export function filterNames(names: readonly (keyof Filters)[]): string {
  return names.map((name) => filterName(name).toLocaleLowerCase(settings.locale)).join(', ');
}

/** "All regions" and the like: what is shown when the field is not set. */
export function everyName(name: keyof Filters): string {
  return name === 'from' || name === 'to' ? t('filter.all.years') : t(`filter.all.${name}`);
}

/** A change of filters as a sentence. */
export function sayChange(change: Partial<Filters>): string {
  const session = useSession();
  const said: { name: string; value: string }[] = [];
  for (const name of listFilters) {
    const ids = change[name];
    if (!ids) continue;
    said.push({ name: filterName(name), value: ids.map((id) => session.label(name, id)).join(', ') || everyName(name) });
  }
  if (change.from !== undefined) said.push({ name: filterName('from'), value: acadYear(change.from) || everyName('from') });
  return said.map((one) => t('filter.announce', one)).join(' ');
}

/** How a figure moved against an earlier year, in plain words; a share in percentage points. */
export function sayMove(change: number, against: string, share = false): string {
  if (change === 0) return t(share ? 'kpi.same.share' : 'kpi.same', { against });
  if (share) return t(change > 0 ? 'kpi.higher' : 'kpi.lower', { n: Math.round(Math.abs(change) * 1000) / 10, against });
  return t(change > 0 ? 'kpi.more' : 'kpi.fewer', { n: Math.abs(change), against });
}
