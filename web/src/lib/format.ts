import { acadYear, formatter } from '../chart/formatters';
import type { Cell, Column, Language } from '../chart/payload';

/** A date by the habits of the locale; a year or month alone stays one. */
export function formatDate(text: string | undefined, locale: string): string {
  const match = /^(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?/.exec(text ?? '');
  if (!match?.[1]) return text ?? '';
  const [, year, month, day] = match;
  if (!month) return year;
  const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day ?? 1)));
  const parts: Intl.DateTimeFormatOptions = { year: 'numeric', month: 'long', timeZone: 'UTC' };
  return new Intl.DateTimeFormat(locale, day ? { ...parts, day: 'numeric' } : parts).format(date);
}

/** A value of a chart's table as people read it. */
export function formatCell(value: Cell | undefined, column: Column, lang: Language): string {
  if (value === null || value === undefined || value === '') return '–';
  if (typeof value === 'boolean') return value ? '✓' : '–';
  if (typeof value === 'string') return column.type === 'date' ? value : acadYear(value);
  if (column.type === 'year' || column.unit === 'year') return String(value);
  if (column.type === 'percent') return formatter('pct1', lang)(value);
  if (column.type === 'money') return formatter('hkd', lang)(value);
  // A number with a unit counts people, whole ones on screen; one without is a ratio.
  return formatter(column.type === 'float' && !column.unit ? 'dec1' : 'int', lang)(value);
}

/** Whether a column holds numbers: they align at the right and sort by size. */
export function isNumeric(column: Column, rows: readonly Cell[][], at: number): boolean {
  if (/^(int|float|percent|money)$/.test(column.type)) return true;
  return column.type === '' && rows.some((row) => typeof row[at] === 'number');
}

/** Rows sorted by a column; empty cells always last, equal rows in their old order. */
export function sortRows(rows: readonly Cell[][], at: number, descending: boolean, locale: string): Cell[][] {
  const collator = new Intl.Collator(locale, { numeric: true });
  const sign = descending ? -1 : 1;
  return [...rows].sort((a, b) => {
    const [one, other] = [a[at] ?? null, b[at] ?? null];
    if (one === null || other === null) return Number(one === null) - Number(other === null);
    if (typeof one === 'number' && typeof other === 'number') return sign * (one - other);
    return sign * collator.compare(String(one), String(other));
  });
}

/** A stated number cut into the words that qualify it, if any, and the number with its signs: "just under" and "240". */
export function splitQualifier(display: string): [words: string, number: string] {
  const parts = /^(\p{Script=Han}+\s?|\D{3,}?\s?)?([^\p{L}]*\d.*)$/u.exec(display);
  return [parts?.[1] ?? '', parts?.[2] ?? display];
}

/** A title cut at its emphasis, so that the finding can be marked. */
export function splitEmphasis(title: string, emphasis: string | undefined): [string, string, string] {
  const at = emphasis ? title.indexOf(emphasis) : -1;
  if (!emphasis || at < 0) return [title, '', ''];
  return [title.slice(0, at), emphasis, title.slice(at + emphasis.length)];
}

/** A sentence cut into its words and its [slots], in the order of the language. */
export function splitSlots(sentence: string): { text: string; slot: string }[] {
  return sentence
    .split(/(\[\w+\])/)
    .filter((part) => part !== '')
    .map((part) => (/^\[\w+\]$/.test(part) ? { text: '', slot: part.slice(1, -1) } : { text: part, slot: '' }));
}
