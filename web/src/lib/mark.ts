import type { Cell, Column } from '../chart/payload';
import { atOf } from './explained';
import { memberPath, routeOf, type Member } from './router';
import { pick, rowFilters } from './state/filters';
import type { Chosen } from './state/marks.svelte';
import { isListFilter } from './state/filters';
import type { Asked, Filters, ListFilter } from './state/url';

/** A change of filters that a mark stands for; `undoes` where it is what is set already. */
export interface Narrowing {
  name: string;
  change: Partial<Filters>;
  undoes: boolean;
}

/** A number of a row that can be explained. */
export interface Explainable {
  column: Column;
  cell: Cell;
  asked: Asked;
}

/** A place or partner of a row that has a page. */
export interface Profile {
  path: string;
  name: string;
}

/** How a value of a filter is called; `year` is written as years are. */
export type NameOf = (filter: ListFilter | 'year', id: string) => string;

/** At most so many numbers of one row are offered. */
const most = 6;

/** What a row is called: its words, as the tooltip over its mark has them. */
export function titleOf(columns: readonly Column[], row: readonly Cell[], write: (cell: Cell, column: Column) => string): string {
  const words = columns
    .map((column, at) => ({ column, cell: row[at] ?? null }))
    .filter(({ column, cell }) => !column.hidden && /^(string|year)$/.test(column.type) && cell !== null && cell !== '');
  return words
    .slice(0, 3)
    .map(({ column, cell }) => write(cell, column))
    .join(' · ');
}

/**
 * The filters a row offers, the usual one first: all its lists at once, each by
 * itself, and its year. A page about one place or partner stays with it.
 */
export function narrowings({ entry, payload, row }: Chosen, filters: Filters, name: NameOf, member: Member | null): Narrowing[] {
  const { columns = [], rows = [] } = payload;
  const found = rowFilters(columns, rows[row] ?? []);
  if (member) Object.assign(found, { place: undefined, region: undefined });
  const { year, ...lists } = found;
  const parts = Object.entries(lists).filter((pair): pair is [ListFilter, string] => isListFilter(pair[0]) && typeof pair[1] === 'string');
  const sets: Partial<Record<ListFilter | 'year', string>>[] = parts.length > 1 ? [Object.fromEntries(parts)] : [];
  sets.push(...parts.map(([key, value]) => ({ [key]: value })));
  if (year && entry.filters.includes('from')) sets.push({ year });
  return sets.map((chosen) => {
    const pairs = Object.entries(chosen) as [ListFilter | 'year', string][];
    const change = pick(filters, chosen);
    return { name: pairs.map(([key, value]) => name(key, value)).join(' · '), change, undoes: Object.values(change).every((value) => value.length === 0) };
  });
}

/** The numbers of a row that can be explained: of a cell that one, of a mark those it shows, of a row all. */
export function explainables({ entry, payload, row, column, numbers }: Chosen): Explainable[] {
  const { columns = [], rows = [] } = payload;
  const cells = rows[row] ?? [];
  const at = atOf(columns, rows, row);
  if (!at) return [];
  const measures = columns
    .map((one, index) => ({ column: one, cell: cells[index] ?? null }))
    .filter(({ column: one, cell }) => !one.hidden && /^(int|float|share|percent|money)$/.test(one.type) && typeof cell === 'number');
  const shown = measures.filter(({ cell }) => numbers.some((number) => Math.abs(number) === Math.abs(Number(cell))));
  const named = measures.filter((one) => one.column.name === column);
  const offered = column ? named : numbers.length ? (shown.length ? shown : measures).slice(0, Math.max(1, Math.min(numbers.length, 3))) : measures;
  return offered.slice(0, most).map((one) => ({ ...one, asked: { subject: entry.id, at, column: one.column.name } }));
}

/** The pages about the place and the partner of a row, as far as there are such pages and it is not this one. */
export function profiles({ payload, row }: Chosen, name: NameOf, member: Member | null): Profile[] {
  const { columns = [], rows = [] } = payload;
  const cells = rows[row] ?? [];
  const found: Profile[] = [];
  columns.forEach((column, at) => {
    const id = cells[at];
    if (typeof id !== 'string' || id === '' || id === 'ZZ') return;
    const page = column.dimension === 'place' ? 'places' : column.dimension === 'partner' ? 'partners' : null;
    if (!page || (member?.page === page && member.id === id)) return;
    const path = memberPath({ page, id });
    if (!routeOf(path) || found.some((one) => one.path === path)) return;
    found.push({ path, name: page === 'places' ? name('place', id) : nameBeside(columns, cells, at) });
  });
  return found;
}

/** The word that stands for a hidden id: the first that is shown after it, or before it where none is. */
function nameBeside(columns: readonly Column[], cells: readonly Cell[], at: number): string {
  const worded = (column: Column | undefined): boolean => Boolean(column && !column.hidden && column.type === 'string');
  if (worded(columns[at])) return String(cells[at]);
  const after = columns.findIndex((column, index) => index > at && worded(column));
  const before = columns.findLastIndex((column, index) => index < at && worded(column));
  return String(cells[after >= 0 ? after : before] ?? cells[at]);
}
