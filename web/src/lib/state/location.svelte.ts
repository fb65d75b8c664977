import { ownLink } from '../router';
import { formatAddress, noFilters, parseAddress, type Address, type Asked, type Filters } from './url';

/** Where the reader is. The address bar is the state; this mirrors it for the page. */
class Place {
  current = $state.raw<Address>(parseAddress(new URL(location.href)));
  /** Goes up with every navigation a reader made, so that focus can follow. */
  visits = $state(0);
  /** The chart an address just led to; a new object each time, so that the same link leads there again. */
  wanted = $state.raw<{ chart: string } | null>(null);

  constructor() {
    this.wanted = wantedBy(this.current);
  }

  get filters(): Filters {
    return this.current.filters;
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
    addEventListener('popstate', pop);
    document.addEventListener('click', click);
    return () => {
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
    this.visits++;
    scrollTo(0, 0);
  }

  /** Changes some filters; the rest stay, and so does what is in view. */
  filter(change: Partial<Filters>): void {
    this.go({ ...this.current, chart: '', explain: null, filters: { ...this.filters, ...change } });
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
    return formatAddress({ ...this.current, path, chart, explain: null, run: '', since: '' });
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
  }
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
