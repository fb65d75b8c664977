import type { Dataset, Evidence, Source } from '../chart/payload';
import { get, type Query } from './api';
import type { Subject } from './router';
import type { Asked } from './state/url';

/** A number of a finding. Without a row it is worked out from several, and its chart shows them. */
export interface FindingNumber {
  label: string;
  value: number;
  display: string;
  chart: string;
  kpi?: string;
  column?: string;
  row: number | null;
  at?: string;
}

/** A sentence that the rows prove, by a rule. */
export interface Finding {
  id: string;
  rule: string;
  text: string;
  /** The part of the text that is the point. */
  emphasis: string;
  scope: string;
  amount: string;
  weight: number;
  subject: Subject;
  chart: string;
  /** What the link to the chart adds to the filters of now. */
  filters: Record<string, string>;
  evidence: Evidence | '';
  sources: Source[];
  numbers: FindingNumber[];
  /** The rule in words. */
  why: string;
}

/** What changed and what needs attention, the weightiest first: `GET /api/v1/findings`. */
export interface Findings {
  dataset: Dataset;
  changed: Finding[];
  attention: Finding[];
}

export const getFindings = (query: Query, signal: AbortSignal): Promise<Findings> => get('/findings', query, signal);

/** A text cut into what stands before its point, the point, and what stands after it. */
export function parted({ text, emphasis }: Pick<Finding, 'text' | 'emphasis'>): [string, string, string] {
  const at = emphasis ? text.indexOf(emphasis) : -1;
  return at < 0 ? [text, '', ''] : [text.slice(0, at), emphasis, text.slice(at + emphasis.length)];
}

/** What the panel is asked to explain a number; null where it is no single cell. */
export function askedOf(number: FindingNumber): Asked | null {
  if (number.row === null || !number.at || !number.column) return null;
  // A key figure's panel speaks of its last year alone: an earlier one is shown by its chart.
  return number.kpi ? null : { subject: number.chart, at: number.at, column: number.column };
}

/** The numbers that can be explained, each once. */
export function explainable(numbers: readonly FindingNumber[]): { number: FindingNumber; asked: Asked }[] {
  const seen = new Set<string>();
  return numbers.flatMap((number) => {
    const asked = askedOf(number);
    const key = asked ? `${asked.subject} ${asked.at} ${asked.column}` : '';
    if (!asked || seen.has(key)) return [];
    seen.add(key);
    return [{ number, asked }];
  });
}
