import type { ChartPayload } from '../../chart/payload';
import type { ChartEntry } from '../resources';
import type { Filters } from './url';

/** A mark, a row or a cell that was chosen, and where. */
export interface Chosen {
  entry: ChartEntry;
  payload: ChartPayload;
  row: number;
  /** The numbers the mark shows, or the column of the cell; empty for the whole row. */
  numbers: readonly number[];
  column: string;
  /** What the chart shows that the page does not: the year of a map. */
  within: Partial<Filters>;
  at: DOMRect;
  /** What takes the focus again. */
  opener: HTMLElement | null;
}

/** The mark whose choices are shown; one at a time. */
class Marks {
  chosen = $state.raw<Chosen | null>(null);
}

export const marks = new Marks();
