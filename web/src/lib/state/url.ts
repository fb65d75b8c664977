import type { Language } from '../../chart/payload';
import { memberOf } from '../router';
import { listingOf, listingQuery, type Listing } from './listing';

/** The filters that hold a list of ids, in the order the address shows them. */
export const listFilters = ['place', 'region', 'type', 'faculty', 'direction', 'evidence', 'partner'] as const;

/** A filter that holds a list of ids. */
export type ListFilter = (typeof listFilters)[number];

/** What is shown: an academic year range and ids per dimension. Empty means everything. */
export type Filters = { from: string; to: string } & Record<ListFilter, string[]>;

/** Colour themes a reader can choose. */
export const themes = ['light', 'dark', 'hc'] as const;
export type Theme = (typeof themes)[number];

/** Languages the product speaks. */
export const languages = ['en', 'zh-Hant', 'zh-Hans'] as const satisfies readonly Language[];

/** A number that is explained: in a row of a chart, or a key figure. */
export interface Asked {
  /** The chart's id, or `kpi:` and the figure's. */
  subject: string;
  /** The row by its values, as `COLUMN:VALUE;COLUMN:VALUE`: it is then still found in newer data. Empty for a key figure. */
  at: string;
  /** The column of the number; empty for the one the chart is about. */
  column: string;
}

/** What an address says: the page, the filters, the language and theme where it names them, and the chart it leads to. */
export interface Address {
  path: string;
  filters: Filters;
  lang: Language | null;
  theme: Theme | null;
  /** The chart to bring into view; empty for the top of the page. */
  chart: string;
  /** The number the panel explains; null while it is closed. */
  explain: Asked | null;
  /** What a list on the page shows. */
  listing: Listing;
  /** The import the Data page shows; empty for none. */
  run: string;
  /** What the Board page compares with now: a meeting or a year; empty for the last meeting. */
  since: string;
}

/** Filters that leave nothing out. */
export function noFilters(): Filters {
  return { from: '', to: '', place: [], region: [], type: [], faculty: [], direction: [], evidence: [], partner: [] };
}

/** Reads an address. Values that cannot be meant (a malformed year, a strange id) are dropped. */
export function parseAddress(url: URL): Address {
  const filters = noFilters();
  filters.from = yearOf(url.searchParams.get('from'));
  filters.to = yearOf(url.searchParams.get('to'));
  if (filters.from && filters.to && filters.from > filters.to) {
    [filters.from, filters.to] = [filters.to, filters.from];
  }
  for (const name of listFilters) filters[name] = idsOf(url.searchParams.getAll(name), name === 'partner' ? anyId : plainId);
  const path = trimSlash(url.pathname);
  // A page about one place or partner says in its path which one.
  if (memberOf(path)) Object.assign(filters, { place: [], region: [], partner: [] });
  return {
    path,
    filters,
    lang: languages.find((known) => known === url.searchParams.get('lang')) ?? null,
    theme: themes.find((known) => known === url.searchParams.get('theme')) ?? null,
    chart: /^#chart-([a-z0-9-]{1,64})$/.exec(url.hash)?.[1] ?? '',
    explain: askedOf(url.searchParams),
    listing: listingOf(path, url.searchParams),
    since: path === '/board' ? (/^[\p{L}\p{N}_./-]{1,64}$/u.exec(url.searchParams.get('since') ?? '')?.[0] ?? '') : '',
    run: path === '/data' ? (/^[\w-]{1,64}$/.exec(url.searchParams.get('import') ?? '')?.[0] ?? '') : '',
  };
}

/** Writes an address; parseAddress reads it back to the same. */
export function formatAddress(address: Address): string {
  const query = [...listingQuery(address.listing), ...filterQuery(address.filters)];
  if (address.run) query.unshift(['import', address.run]);
  if (address.since) query.unshift(['since', address.since]);
  if (address.explain) query.push(...explainQuery(address.explain));
  if (address.lang) query.push(['lang', address.lang]);
  if (address.theme) query.push(['theme', address.theme]);
  return address.path + queryText(query) + (address.chart && `#chart-${address.chart}`);
}

/** The filters as name and value pairs; only those that are set, and only the `allowed` when given. */
export function filterQuery(filters: Filters, allowed?: readonly string[]): [string, string][] {
  const pairs: [string, string][] = [];
  const may = (name: string): boolean => !allowed || allowed.includes(name);
  if (filters.from && may('from')) pairs.push(['from', filters.from]);
  if (filters.to && may('to')) pairs.push(['to', filters.to]);
  for (const name of listFilters) {
    if (filters[name].length && may(name)) pairs.push([name, filters[name].join(',')]);
  }
  return pairs;
}

/** A number that is explained as name and value pairs; only those that say something. */
export function explainQuery({ subject, at, column }: Asked): [string, string][] {
  const pairs: [string, string][] = [['explain', subject], ['at', at], ['column', column]];
  return pairs.filter(([, value]) => value !== '');
}

/** Pairs as a query string. Slash, comma and colon stay readable: all are allowed in a query. */
export function queryText(pairs: [string, string][]): string {
  if (!pairs.length) return '';
  const part = (text: string): string => encodeURIComponent(text).replaceAll('%2F', '/').replaceAll('%2C', ',').replaceAll('%3A', ':');
  return '?' + pairs.map(([name, value]) => `${part(name)}=${part(value)}`).join('&');
}

/** The list with the id added, or without it where it was in. */
export function toggled(list: readonly string[], id: string): string[] {
  return list.includes(id) ? list.filter((other) => other !== id) : [...list, id].sort();
}

/** How many filters are set; a year range counts once. */
export function countFilters(filters: Filters): number {
  const lists = listFilters.filter((name) => filters[name].length > 0).length;
  return lists + (filters.from || filters.to ? 1 : 0);
}

function askedOf(query: URLSearchParams): Asked | null {
  const subject = query.get('explain') ?? '';
  if (!/^(kpi:)?[a-z0-9_-]{1,64}$/.test(subject)) return null;
  const at = query.get('at') ?? '';
  const column = query.get('column') ?? '';
  return {
    subject,
    at: at.length <= 500 && /^\w+:[^;]*(;\w+:[^;]*)*$/.test(at) ? at : '',
    column: /^\w{1,64}$/.test(column) ? column : '',
  };
}

/** A year as the server reads it: 2018, or an academic year whose second year, whole or its last two digits, follows the first. */
function yearOf(text: string | null): string {
  if (/^\d{4}$/.test(text ?? '')) return text ?? '';
  const match = /^(\d{4})[/-](\d{2}|\d{4})$/.exec(text ?? '');
  if (!match?.[1] || !match[2]) return '';
  const end = String(Number(match[1]) + 1).padStart(4, '0');
  return end.endsWith(match[2]) ? `${match[1]}/${end}` : '';
}

/** Ids of the product's own lists. */
const plainId = /^[\p{L}\p{N}_.-]{1,64}$/u;

/** Ids of institutions are as their source writes them: with spaces, or as a web address. */
const anyId = /^[^\p{C},]{1,128}$/u;

function idsOf(values: string[], meant: RegExp): string[] {
  const ids = values.flatMap((value) => value.split(',')).map((id) => id.trim());
  return [...new Set(ids.filter((id) => meant.test(id)))].sort();
}

function trimSlash(path: string): string {
  return path.length > 1 ? path.replace(/\/+$/, '') || '/' : path;
}
