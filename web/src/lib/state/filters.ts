import type { Cell, Column } from '../../chart/payload';
import { listFilters, toggled, type Filters, type ListFilter } from './url';

/** Whether a name is a filter that holds a list. */
export function isListFilter(name: string): name is ListFilter {
  return (listFilters as readonly string[]).includes(name);
}

/** The filters a row of a chart stands for: the columns that name a dimension. */
export function rowFilters(columns: readonly Column[], row: readonly Cell[]): Partial<Record<ListFilter | 'year', string>> {
  const found: Partial<Record<ListFilter | 'year', string>> = {};
  columns.forEach((column, at) => {
    const value = row[at];
    const name = column.dimension ?? '';
    if (typeof value !== 'string' || value === '') return;
    // A partner is opened, not filtered by: the charts of the pages do not know it.
    if (name === 'partner') return;
    if (name === 'year' || isListFilter(name)) found[name] = value;
  });
  // A place lies in its region: one filter says it.
  if (found.place) delete found.region;
  return found;
}

/** The change a click on a row makes: its values are set, or taken out when they were all that was set. */
export function pick(filters: Filters, chosen: Partial<Record<ListFilter | 'year', string>>): Partial<Filters> {
  const change: Partial<Filters> = {};
  const lists = listFilters.filter((name) => chosen[name] !== undefined);
  const allSet = lists.every((name) => filters[name].length === 1 && filters[name][0] === chosen[name]);
  for (const name of lists) change[name] = allSet ? [] : [chosen[name] ?? ''];
  const year = chosen.year;
  if (year && lists.length === 0) {
    const set = filters.from === year && filters.to === year;
    change.from = set ? '' : year;
    change.to = set ? '' : year;
  }
  return change;
}

/** The change that adds an id to a list filter, or takes it out. */
export function toggle(filters: Filters, name: ListFilter, id: string): Partial<Filters> {
  return { [name]: toggled(filters[name], id) };
}
