import { acadYear, formatter, numberIn } from './formatters';
import type { Cell, ChartPayload, Column, Language } from './payload';

/** What ECharts hands to a tooltip for one mark, as far as we read it. */
export interface MarkParams {
  name?: string;
  seriesName?: string;
  axisValueLabel?: string;
  axisValue?: string | number;
  color?: unknown;
  /** The colour of a hollow mark, whose own is the ground's. */
  borderColor?: unknown;
  value?: unknown;
  data?: unknown;
}

type WriteCell = (value: Cell | undefined, column: Column, lang: Language) => string;

/**
 * What a tooltip says, as an element: text goes in as text and colours through
 * the CSSOM, because the page allows neither markup from data nor style
 * attributes. Empty text when the mark has nothing to say: ECharts then hides it.
 */
export function tooltip(params: MarkParams | MarkParams[], payload: ChartPayload, lang: Language, write: WriteCell): HTMLElement | string {
  const marks = (Array.isArray(params) ? params : [params]).filter((mark) => said(mark, payload));
  const [first] = marks;
  if (!first) return '';
  const row = marks.length === 1 ? rowOf(first) : null;
  const cells = row === null ? undefined : payload.rows?.[row];
  return cells ? rowBox(cells, payload, lang, write) : seriesBox(marks, lang);
}

/** The row of the chart's table a mark stands for; null where it stands for none. */
export function rowOf(mark: MarkParams): number | null {
  const row = (mark.data as { row?: unknown } | null | undefined)?.row;
  return typeof row === 'number' ? row : null;
}

/** What a mark's item would have said of it: a forecast is told with its bounds. */
function wordsOf(mark: MarkParams): string | null {
  const said = (mark.data as { said?: unknown } | null | undefined)?.said;
  return typeof said === 'string' ? said : null;
}

/** Whether a mark is one of the data: bands, grids and bare land have no row and no name of a series. */
function said(mark: MarkParams, payload: ChartPayload): boolean {
  const row = rowOf(mark);
  if (row !== null) return payload.rows?.[row] !== undefined;
  return Boolean(mark.seriesName) && !/^series\d*/.test(mark.seriesName ?? '') && numberIn(mark.value) !== null;
}

/** The row's own columns: the first names it, the others say what is known. */
function rowBox(cells: readonly Cell[], payload: ChartPayload, lang: Language, write: WriteCell): HTMLElement {
  const shown = (payload.columns ?? []).map((column, at) => ({ column, at })).filter(({ column }) => !column.hidden);
  const box = document.createElement('div');
  const names = shown.filter(({ column }) => column.type === 'string' || column.type === 'year');
  const title = names.map(({ column, at }) => write(cells[at], column, lang)).filter((text) => text !== '–');
  if (title.length) box.append(element('div', 'chart-tip-title', title.slice(0, 3).join(' · ')));
  for (const { column, at } of shown) {
    if (names.some((name) => name.at === at) || cells[at] === null) continue;
    box.append(pair(column.label, write(cells[at], column, lang)));
  }
  return box;
}

/** One line for each series that has a value here. */
function seriesBox(marks: readonly MarkParams[], lang: Language): HTMLElement {
  const box = document.createElement('div');
  const title = marks[0]?.axisValueLabel ?? marks[0]?.axisValue ?? marks[0]?.name ?? '';
  box.append(element('div', 'chart-tip-title', acadYear(String(title))));
  const write = formatter('dec1', lang);
  for (const mark of marks) {
    const line = pair(mark.seriesName ?? '', wordsOf(mark) ?? write(numberIn(mark.value)));
    const colour = mark.borderColor ?? mark.color;
    if (typeof colour === 'string') line.firstElementChild?.prepend(dot(colour));
    box.append(line);
  }
  return box;
}

function pair(label: string, value: string): HTMLElement {
  const line = element('div', 'chart-tip-row', '');
  line.append(element('span', '', label), element('span', '', value));
  return line;
}

function dot(colour: string): HTMLElement {
  const mark = element('span', 'chart-tip-dot', '');
  mark.style.backgroundColor = colour;
  return mark;
}

function element(tag: string, className: string, text: string): HTMLElement {
  const made = document.createElement(tag);
  if (className) made.className = className;
  made.textContent = text;
  return made;
}
