import type { Cell, Column } from '../chart/payload';

/** One line of the list beside a map. */
export interface Ranked {
  row: number;
  label: string;
  note: string;
  parts: number[];
  total: number;
}

/** The list, and the columns its bars are made of. */
export interface Ranking {
  lines: Ranked[];
  parts: Column[];
}

/** What a row is called, what it is further told by, and the measures its bar shows. */
function roles(columns: readonly Column[]): { label: number; note: number; parts: number[] } {
  const shown = columns.map((column, at) => ({ column, at })).filter(({ column }) => !column.hidden);
  const texts = shown.filter(({ column }) => column.type === 'string').map(({ at }) => at);
  const counts = shown.filter(({ column }) => column.type === 'int' || column.type === 'float').map(({ at }) => at);
  const ways = counts.filter((at) => /^(inbound|outbound)$/.test(columns[at]?.name ?? ''));
  return { label: texts[0] ?? -1, note: texts[1] ?? -1, parts: ways.length === 2 ? ways : counts.slice(0, 1) };
}

/** The rows of a map's table, largest first: the same marks as a list, for the keyboard and for reading. */
export function rank(columns: readonly Column[], rows: readonly Cell[][]): Ranking {
  const { label, note, parts } = roles(columns);
  if (label < 0 || parts.length === 0) return { lines: [], parts: [] };
  const lines = rows.map((cells, row) => {
    const values = parts.map((at) => (typeof cells[at] === 'number' ? cells[at] : 0));
    return {
      row,
      label: String(cells[label] ?? ''),
      note: note < 0 ? '' : String(cells[note] ?? ''),
      parts: values,
      total: values.reduce((sum, value) => sum + value, 0),
    };
  });
  lines.sort((one, other) => other.total - one.total || one.row - other.row);
  return { lines, parts: parts.map((at) => columns[at]).filter((column) => column !== undefined) };
}
