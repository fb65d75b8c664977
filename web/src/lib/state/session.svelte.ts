import type { Language } from '../../chart/payload';
import { getCatalogue, getDimensions, type Query } from '../api';
import { Resource } from '../resource.svelte';
import type { Catalogue, ChartEntry, Choice, Dimensions } from '../resources';
import { routes, type Route, type Subject } from '../router';
import { partnerNames } from './partner_names.svelte';
import { settings } from './settings.svelte';
import { languages, type ListFilter } from './url';

const dimensionOf: Record<Exclude<ListFilter, 'partner'>, keyof Dimensions> = {
  place: 'places',
  region: 'regions',
  type: 'types',
  faculty: 'faculties',
  direction: 'directions',
  evidence: 'evidence',
};

/** What every page needs to know: which charts there are and which values filters take. */
class Session {
  readonly #catalogue = new Resource<Catalogue>((signal) => getCatalogue(langQuery(), signal));
  readonly #dimensions = new Resource<Dimensions>((signal) => getDimensions(langQuery(), signal));

  get catalogue(): Catalogue | null {
    return this.#catalogue.data;
  }

  get error(): unknown {
    return this.#catalogue.error ?? this.#dimensions.error;
  }

  get years(): Choice[] {
    return this.#dimensions.data?.years ?? [];
  }

  /** Whether the years are calendar years. */
  get calendarYears(): boolean {
    return this.years.some(({ id }) => /^\d{4}$/.test(id));
  }

  /** The pages of the navigation: those the data set has something for, and those that are always there. */
  get routes(): readonly Route[] {
    const pages: readonly string[] | undefined = this.catalogue?.pages;
    return pages ? routes.filter(({ subject }) => subject === 'board' || subject === 'data' || pages.includes(subject)) : routes;
  }

  /** Whether the network is told from Hong Kong, which has the mainland as its own. */
  get fromHongKong(): boolean {
    return this.catalogue?.dataset.home_place === 'HK';
  }

  /** The languages the data set is shown in, the first before the reader chooses. */
  get languages(): readonly Language[] {
    return this.catalogue?.dataset.languages ?? languages;
  }

  /** The values a filter can take, in the reader's language. */
  choices(filter: ListFilter): Choice[] {
    return filter === 'partner' ? [] : (this.#dimensions.data?.[dimensionOf[filter]] ?? []);
  }

  /** What a value of a filter is called; its id until the names are known. */
  label(filter: ListFilter, id: string): string {
    if (filter === 'partner') return partnerNames.label(id);
    return this.choices(filter).find((choice) => choice.id === id)?.label ?? id;
  }

  /**
   * The charts of a page that the data set has rows for, in the server's order, then those it borrows from other pages.
   * Where it has rows for none, all of them: the page then says which file would fill them.
   */
  charts(subject: Subject, also: readonly string[] = []): ChartEntry[] {
    const all = this.catalogue?.charts ?? [];
    const own = all.filter((chart) => chart.subject === subject);
    const borrowed = also.map((id) => all.find((chart) => chart.id === id && chart.subject !== subject));
    const listed = [...own, ...borrowed.filter((chart) => chart !== undefined)];
    const filled = listed.filter((chart) => chart.available !== false);
    return filled.length > 0 ? filled : listed;
  }

  retry(): void {
    this.#catalogue.retry();
    this.#dimensions.retry();
  }
}

function langQuery(): Query {
  return [['lang', settings.lang]];
}

let session: Session | undefined;

/** The session; App calls it first, so that its questions belong to the root component. */
export function useSession(): Session {
  session ??= new Session();
  return session;
}
