/**
 * The chart payload: what `GET /api/v1/charts/{id}` answers, what the page
 * draws, and what the server-side renderer is given. It is plain JSON; no
 * function crosses the wire, so formatters and projections are named.
 */

/** The languages the product speaks. */
export type Language = 'en' | 'zh-Hant' | 'zh-Hans';

/** How well a number is supported; the weakest grade in a chart wins. */
export type Evidence = 'published' | 'derived' | 'illustrative';

/** A publication a chart's numbers come from. */
export interface Source {
  id: string;
  title: string;
  publisher?: string;
  url?: string;
  published_on?: string;
}

/** The data set, and the version of it, a chart was drawn from. */
export interface Dataset {
  id: string;
  version: string;
  name?: string;
}

/** A column of the chart's table. `dimension` names the filter a click on its value sets. */
export interface Column {
  name: string;
  label: string;
  type: string;
  unit?: string;
  dimension?: string;
  /** A code beside its label: kept in the rows, not shown. */
  hidden?: boolean;
  /** It counts people. */
  people?: boolean;
  /** Of a ratio over people: the column that counts them. */
  base?: string;
}

/** How small numbers of people are kept back. */
export type Disclosure = 'off' | 'hesa' | 'threshold';

/** A cell that is known and not shown: what stands in its place, and why. */
export interface WithheldCell {
  row: number;
  column: string;
  shown: string;
  reason: 'few_people' | 'small_base' | 'gives_away';
}

/** One value of the chart's table. */
export type Cell = string | number | boolean | null;

/** Sets the named formatter at a dot-separated path into the option, e.g. `yAxis.0.axisLabel.formatter`. */
export interface FormatterRef {
  path: string;
  id: string;
}

/** Any JSON value. */
export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

/** A JSON object; an ECharts option as it crosses the wire. */
export type JsonObject = { [key: string]: Json };

/** A chart with its data, its table and where the numbers come from. */
export interface ChartPayload {
  id: string;
  title: string;
  title_emphasis?: string;
  subtitle?: string;
  unit?: string;
  kind: string;
  evidence?: Evidence;
  sources?: Source[];
  as_of?: string;
  dataset?: Dataset;
  filters?: { [key: string]: string | string[] };
  columns?: Column[];
  rows?: Cell[][];
  option: JsonObject;
  formatters?: FormatterRef[];
  maps?: string[];
  summary?: string;
  note?: string;
  /** Why there are no rows, where the evidence asked for is the reason. */
  empty?: string;
  /** Cells that are null in the rows because few people stand behind them. */
  withheld?: WithheldCell[];
  /** The rule numbers of people are shown by. */
  disclosure?: Disclosure;
  /** The same in words; absent where no people are counted. */
  disclosure_note?: string;
  /** Not one number may be shown. */
  suppressed?: boolean;
}

/** What `prepare` needs to know beside the payload. */
export interface PrepareOptions {
  /** The language numbers are written in. */
  lang: Language;
  /** Movement on screen; false in exported pictures and under prefers-reduced-motion. */
  animation: boolean;
  /** The font stack; the one for `lang` when not given. */
  fontFamily?: string;
}
