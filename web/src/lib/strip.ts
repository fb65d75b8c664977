import type { Kpi } from './resources';
import { listFilters, type Filters } from './state/url';

/** Filters that are set on the page, and the figures that do not honour them. */
export interface Unheeded {
  filters: (keyof Filters)[];
  /** Empty where it is every figure. */
  figures: string[];
}

/** What the filters of the page leave as it is, figures that ignore the same ones together. */
export function unheeded(kpis: readonly Kpi[], filters: Filters): Unheeded[] {
  const groups = new Map<string, Unheeded>();
  for (const kpi of kpis) {
    const names = ignored(kpi, filters);
    const group = groups.get(names.join()) ?? { filters: names, figures: [] };
    group.figures.push(kpi.label);
    groups.set(names.join(), group);
  }
  const told = [...groups.values()].filter((group) => group.filters.length > 0);
  return told.map((group) => (group.figures.length === kpis.length ? { ...group, figures: [] } : group));
}

function ignored(kpi: Kpi, filters: Filters): (keyof Filters)[] {
  const years = (['from', 'to'] as const).some((name) => filters[name] && !(name in kpi.filters));
  const lists = listFilters.filter((name) => filters[name].length > 0 && !(name in kpi.filters));
  return years ? ['from', ...lists] : lists;
}
