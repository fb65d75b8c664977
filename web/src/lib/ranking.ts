import type { Cell, Column } from '../chart/payload';

/** One line of the list beside a map. */
export interface Ranked {
  row: number;
  label: string;
  note: string;
  parts: number[];
  total: number;
  /** What is counted without a place: it is in no order with places and stands last. */
  unstated: boolean;
}

const unstatedPlace = 'ZZ';

/** The list, and the columns its bars are made of. */
export interface Ranking {
  lines: Ranked[];
  parts: Column[];
}

/** Where a row's code stands, what it is called, what tells it further, and the measures its bar shows. */
function roles(columns: readonly Column[]): { code: number; label: number; note: number; parts: number[] } {
  const shown = columns.map((column, at) => ({ column, at })).filter(({ column }) => !column.hidden);
  const code = columns.findIndex(({ dimension }) => dimension === 'place' || dimension === 'subdivision');
  const texts = shown.filter(({ column, at }) => column.type === 'string' && at > code).map(({ at }) => at);
  const counts = shown.filter(({ column }) => column.type === 'int' || column.type === 'float').map(({ at }) => at);
  const ways = counts.filter((at) => /^(inbound|outbound)$/.test(columns[at]?.name ?? ''));
  return { code, label: texts[0] ?? -1, note: texts[1] ?? -1, parts: ways.length === 2 ? ways : counts.slice(0, 1) };
}

/**
 * The places of a map's table, largest first, what is not stated last: the same marks as a list, for the
 * keyboard and for reading. A table with several rows a place tells its count
 * on each of them; the place is listed once.
 */
export function rank(columns: readonly Column[], rows: readonly Cell[][]): Ranking {
  const { code: coded, label, note, parts } = roles(columns);
  if (label < 0 || parts.length === 0) return { lines: [], parts: [] };
  const seen = new Set<Cell>();
  const all = rows.map((cells, row) => ({ cells, row, code: cells[coded < 0 ? label : coded] ?? null }));
  const once = all.filter((one) => !seen.has(one.code) && Boolean(seen.add(one.code)));
  const lines = once.map(({ cells, row, code }) => {
    const values = parts.map((at) => (typeof cells[at] === 'number' ? cells[at] : 0));
    const told = note < 0 || once.length < rows.length ? '' : String(cells[note] ?? '');
    const name = String(cells[label] ?? '');
    return { row, label: name, note: told === name ? '' : told, parts: values, total: values.reduce((sum, value) => sum + value, 0), unstated: code === unstatedPlace };
  });
  lines.sort((one, other) => Number(one.unstated) - Number(other.unstated) || other.total - one.total || one.row - other.row);
  return { lines, parts: parts.map((at) => columns[at]).filter((column) => column !== undefined) };
}
