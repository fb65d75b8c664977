import { t } from '../i18n';
import { acadYear } from '../chart/formatters';
import { useSession } from './state/session.svelte';
import { listFilters, type Filters } from './state/url';

/** What a filter field is called. */
export function filterName(name: keyof Filters): string {
  return name === 'from' || name === 'to' ? t('filter.name.years') : t(`filter.name.${name}`);
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
