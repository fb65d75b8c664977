import { memberOf, memberPath, ownLink, type Member } from '../router';
import { noListing, type Listing } from './listing';
import { keepScroll, keptScroll, returnTo } from './scroll';
import { formatAddress, noFilters, parseAddress, type Address, type Asked, type Filters } from './url';

/** Where the reader is. The address bar is the state; this mirrors it for the page. */
class Place {
  current = $state.raw<Address>(parseAddress(new URL(location.href)));
  /** Goes up with every navigation a reader made, so that focus can follow. */
  visits = $state(0);
  /** The chart an address just led to; a new object each time, so that the same link leads there again. */
  wanted = $state.raw<{ chart: string } | null>(null);

  /** What the page is about, where it has a name of its own; empty where the navigation names it. */
  called = $state('');

  constructor() {
    this.wanted = wantedBy(this.current);
    if (!this.wanted && keptScroll() > 0) returnTo(keptScroll());
  }

  get filters(): Filters {
    return this.current.filters;
  }

  /** The one place or partner the page is about; null on the other pages. */
  get member(): Member | null {
    return memberOf(this.current.path);
  }

  /** What charts and key figures are asked with: the filters of the address, and the place or partner the page is about. */
  get asked(): Filters {
    const member = this.member;
    if (!member) return this.filters;
    return { ...this.filters, [member.page === 'places' ? 'place' : 'partner']: [member.id] };
  }

  /** Follows back, forward and clicks on links of this site. Returns the way to stop. */
  listen(): () => void {
    const pop = (): void => this.read();
    const click = (event: MouseEvent): void => {
      const url = ownLink(event, location.href);
      if (!url) return;
      event.preventDefault();
      this.go(parseAddress(url));
    };
    const forgetScroll = keepScroll();
    addEventListener('popstate', pop);
    document.addEventListener('click', click);
    return () => {
      forgetScroll();
      removeEventListener('popstate', pop);
      document.removeEventListener('click', click);
    };
  }

  /** Opens an address as a new step in the history. */
  go(address: Address): void {
    const moved = address.path !== this.current.path;
    const url = fullAddress(address);
    const over = address.explain && !moved ? layers() + 1 : 0;
    if (url !== location.href) history.pushState(over ? { over } : null, '', url);
    this.current = address;
    this.wanted = wantedBy(address);
    if (!moved) return;
    this.called = '';
    this.visits++;
    scrollTo(0, 0);
  }

  /** Changes some filters; the rest stay, and so does what is in view. */
  filter(change: Partial<Filters>): void {
    this.go({ ...this.current, chart: '', explain: null, listing: { ...this.current.listing, page: 1 }, filters: { ...this.filters, ...change } });
  }

  /** Changes what a list shows; while a reader types, without a step in the history. */
  list(change: Partial<Listing>, typing = false): void {
    const listing = { ...this.current.listing, page: 1, ...change };
    if (typing) this.replace({ listing });
    else this.go({ ...this.current, chart: '', explain: null, listing });
  }

  /** Shows everything again. */
  clear(): void {
    this.go({ ...this.current, chart: '', explain: null, filters: noFilters() });
  }

  /** Explains a number in the panel over the page; `filters` are added to those of now. */
  explain(asked: Asked, filters: Partial<Filters> = {}): void {
    this.go({ ...this.current, explain: asked, filters: { ...this.filters, ...filters } });
  }

  /** Closes the panel: back to what was there before it, or to the page where the address itself had opened it. */
  unexplain(): void {
    if (!this.current.explain) return;
    if (layers()) history.go(-layers());
    else this.replace({ explain: null });
  }

  /** Changes what the address says without a step in the history. */
  replace(change: Partial<Address>): void {
    this.current = { ...this.current, ...change };
    history.replaceState(history.state, '', fullAddress(this.current));
  }

  /** Takes out of the address bar what the page does not understand and so does not show. */
  tidy(): void {
    const elsewhere = this.current.chart ? '' : location.hash;
    history.replaceState(history.state, '', fullAddress(this.current) + elsewhere);
  }

  /** The address of a page, or of a chart on it, with the filters and language of now. */
  href(path: string, chart = ''): string {
    return formatAddress({ ...this.current, path, chart, explain: null, listing: noListing(), run: '', since: '', filters: filtersOn(path, this.filters) });
  }

  /** The address of the page about one place or partner, with the filters and language of now. */
  memberHref(page: Member['page'], id: string): string {
    return this.href(memberPath({ page, id }));
  }

  /** The address of this page with another list. */
  listHref(change: Partial<Listing>): string {
    return formatAddress({ ...this.current, chart: '', explain: null, listing: { ...this.current.listing, ...change } });
  }

  /** The address that explains a number over this page; `filters` are added to those of now. */
  explainHref(asked: Asked, filters: Partial<Filters> = {}): string {
    return formatAddress({ ...this.current, explain: asked, filters: { ...this.filters, ...filters } });
  }

  private read(): void {
    const before = this.current;
    this.current = parseAddress(new URL(location.href));
    const led = this.current.chart !== before.chart || this.current.path !== before.path;
    this.wanted = led ? wantedBy(this.current) : null;
    if (this.current.path !== before.path) this.called = '';
    if (!this.wanted) returnTo(keptScroll());
  }
}

/** The filters that a page takes along: one about a place or partner names it itself. */
function filtersOn(path: string, filters: Filters): Filters {
  return memberOf(path) ? { ...filters, place: [], region: [], partner: [] } : filters;
}

/** The panel that explains takes the reader; the chart under it is then not led to. */
function wantedBy({ chart, explain }: Address): { chart: string } | null {
  return chart && !explain ? { chart } : null;
}

/** How many steps of the history opened the panel one after the other, over the page that is still there. */
function layers(): number {
  const state: unknown = history.state;
  return typeof state === 'object' && state !== null && 'over' in state && typeof state.over === 'number' ? state.over : 0;
}

/** With the host: a path that begins with two slashes would name another one. */
function fullAddress(address: Address): string {
  return location.origin + formatAddress(address);
}

export const place = new Place();
