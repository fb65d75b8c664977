import type { Cell, Column, Dataset, Evidence, Source } from '../chart/payload';
import { get, type Query } from './api';
import type { Figure } from './resources';
import type { Asked } from './state/url';

/** The number that was asked about, as it is written. */
export interface ExplainedValue {
  column: string;
  label: string;
  value: number | null;
  display: string;
  unit?: string;
}

/** One kind of fact that was counted or added up, and a page of its rows. */
export interface UsedFacts {
  fact: string;
  /** What they do to the number: add up to it, are taken away, divide it, or only stand beside it. */
  role?: 'adds' | 'less' | 'over' | 'shows';
  label: string;
  /** How many rows were used, and what they add up to; null where rows are counted. */
  rows: number;
  sum: { label: string; value: number | null; display: string } | null;
  columns: Column[];
  sample: Cell[][];
  offset: number;
  /** Where the next page begins; null on the last. */
  next: number | null;
  excluded?: LeftOut[] | null;
  /** Why rows are not listed. */
  withheld?: string;
}

/** Rows that were left out, and why. */
export interface LeftOut {
  reason: string;
  said: string;
  rows: number;
}

/** How a number was made: `GET /api/v1/explain`. */
export interface Explanation {
  kind: 'chart' | 'kpi';
  id: string;
  title: string;
  /** Null where the row has no number. */
  value: ExplainedValue | null;
  /** The row the number stands in. */
  row: { name: string; label: string; display: string }[];
  /** Null for a figure that is only quoted. */
  metric: { id: string; title: string; definition: string; formula?: string; unit?: string; source?: string } | null;
  sql?: string;
  parameters?: Record<string, unknown> | null;
  filters: Record<string, string>;
  /** The filters in words; empty where nothing is left out by them. */
  said: string[] | null;
  used: UsedFacts[] | null;
  excluded: LeftOut[] | null;
  /** Whether the used rows, added up again, give the value; null where a formula is no sum. */
  agrees: boolean | null;
  evidence: Evidence | '';
  sources: Source[] | null;
  figures: Figure[] | null;
  as_of?: string;
  dataset?: Dataset;
  href?: string;
  /** The rule for small numbers of people in words, where one was applied. */
  disclosure_note?: string;
}

/** How many rows a page of them holds. */
export const pageOfRows = 20;

/** Asks how a number was made. `filters` are the page's that the chart honours; `offsets` are the first rows shown, of each kind of facts in the order of `used`. */
export function getExplanation(asked: Asked, filters: Query, lang: string, offsets: readonly number[], signal: AbortSignal): Promise<Explanation> {
  const query: Query = asked.subject.startsWith('kpi:') ? [['kpi', asked.subject.slice('kpi:'.length)]] : [['chart', asked.subject]];
  if (asked.at) query.push(['at', asked.at]);
  if (asked.column) query.push(['column', asked.column]);
  query.push(...filters, ['lang', lang]);
  if (offsets.some(Boolean)) query.push(['offset', offsets.join(',')]);
  return get('/explain', query, signal);
}

/**
 * A row by its values, as the address names it: what it can be filtered by, and
 * its other words where that alone is not one row. Empty where words cannot tell it from the others.
 */
export function atOf(columns: readonly Column[], rows: readonly (readonly Cell[])[], row: number): string {
  const cells = rows[row];
  if (!cells) return '';
  const has = (at: number): boolean => cells[at] !== null && cells[at] !== undefined && cells[at] !== '' && !String(cells[at]).includes(';');
  const places = columns.map((_, at) => at).filter(has);
  const named = places.filter((at) => columns[at]?.dimension);
  const worded = places.filter((at) => !named.includes(at) && /^(string|year|date|bool)$/.test(columns[at]?.type ?? ''));
  for (const chosen of [named, [...named, ...worded]]) {
    const same = rows.filter((other) => chosen.every((at) => other[at] === cells[at]));
    if (chosen.length && same.length === 1) return chosen.map((at) => `${columns[at]?.name ?? ''}:${String(cells[at])}`).join(';');
  }
  return '';
}

/** A bound value as SQL writes it. */
export function writeParameter(value: unknown): string {
  if (value === null || value === undefined) return 'NULL';
  if (Array.isArray(value)) return `[${value.map(writeParameter).join(', ')}]`;
  return typeof value === 'string' ? `'${value.replaceAll("'", "''")}'` : String(value);
}

/** A query that says in comments what it was asked with, so that it can be asked again. */
export function withParameters(sql: string, parameters: Record<string, unknown>): string {
  const lines = Object.entries(parameters).map(([name, value]) => `-- $${name} = ${writeParameter(value)}`);
  return [...lines, sql.trim(), ''].join('\n');
}

/** The first rows shown of each kind of facts once one of them was paged; the others stay where they are. */
export function pagedAt(used: readonly UsedFacts[], fact: string, to: number): number[] {
  return used.map((one) => (one.fact === fact ? to : one.offset));
}
