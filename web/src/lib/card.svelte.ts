import type { ChartPayload } from '../chart/payload';
import { getChart, type Query } from './api';
import { Resource } from './resource.svelte';
import type { ChartEntry } from './resources';
import { cite } from './state/citations.svelte';
import { place } from './state/location.svelte';
import { marks } from './state/marks.svelte';
import { settings } from './state/settings.svelte';
import { filterQuery, listFilters, noFilters, type Filters } from './state/url';

/** A chart on a page: what it asks the server, with the filters it honours, and what came back. */
export class Card {
  /** The chart in the catalogue; its texts follow the language. */
  entry = $state.raw<ChartEntry>() as ChartEntry;
  /** Nothing is asked before the card comes near the window. */
  near = $state(false);
  /** One academic year shown on this card alone; empty follows the page. */
  year = $state('');
  /** The row chosen in the list beside the picture; the picture shows its mark. */
  hovered = $state<number | null>(null);
  /** The row whose mark is under the pointer; the list shows it. */
  pointed = $state<number | null>(null);
  /** What the chart says under the page's filters, whatever year the card itself shows. */
  told = $state.raw<ChartPayload | null>(null);
  readonly #answer: Resource<ChartPayload>;

  constructor(entry: ChartEntry) {
    this.entry = entry;
    this.#answer = new Resource((signal) => {
      const query = this.query;
      return this.near ? getChart(this.entry.id, query, signal) : null;
    });
    const whole = new Resource((signal) => (this.near && this.year ? getChart(this.entry.id, this.#queryOf(place.asked), signal) : null));
    $effect(() => {
      if (!this.loading && !this.year) this.told = this.payload;
      else if (this.year && whole.data) this.told = whole.data;
    });
    $effect(() => cite(this.payload?.sources ?? []));
  }

  get payload(): ChartPayload | null {
    return this.#answer.data;
  }

  get error(): unknown {
    return this.#answer.error;
  }

  get loading(): boolean {
    return this.#answer.loading;
  }

  get empty(): boolean {
    return this.payload !== null && (this.payload.rows ?? []).length === 0;
  }

  /** The page's filters, with the card's own year. */
  get filters(): Filters {
    return this.year ? { ...place.asked, from: this.year, to: this.year } : place.asked;
  }

  /** The query of this chart, for the page and for files alike. */
  get query(): Query {
    return this.#queryOf(this.filters);
  }

  /** Filters that are set and that this chart cannot honour. */
  get unheeded(): (keyof Filters)[] {
    const lists = listFilters.filter((name) => place.filters[name].length > 0 && !this.entry.filters.includes(name));
    const years = (place.filters.from || place.filters.to) && !this.entry.filters.includes('from');
    return years ? ['from', ...lists] : lists;
  }

  /** Filters the chart honours that are set: one of them leaves nothing. */
  get loosenable(): (keyof Filters)[] {
    const lists = listFilters.filter((name) => place.filters[name].length > 0 && this.entry.filters.includes(name));
    return place.filters.from || place.filters.to ? ['from', ...lists] : lists;
  }

  #queryOf(filters: Filters): Query {
    return [...filterQuery(filters, this.entry.filters), ['lang', settings.lang], ['theme', settings.theme]];
  }

  loosen(name: keyof Filters): void {
    const empty = noFilters();
    this.year = '';
    place.filter(name === 'from' ? { from: '', to: '' } : { [name]: empty[name] });
  }

  retry(): void {
    this.#answer.retry();
  }

  /** Offers what can be done with a mark, a row or a cell: to show only that, to explain its number, to open its page. */
  choose(row: number, at: DOMRect, opener: HTMLElement | null, { numbers = [], column = '' }: { numbers?: readonly number[]; column?: string } = {}): void {
    if (!this.payload) return;
    this.hovered = null;
    const within = this.year ? { from: this.year, to: this.year } : {};
    marks.chosen = { entry: this.entry, payload: this.payload, row, numbers, column, within, at, opener };
  }
}
