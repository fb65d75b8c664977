import { ownLink } from '../router';
import { formatAddress, noFilters, parseAddress, type Address, type Filters } from './url';

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
    if (url !== location.href) history.pushState(null, '', url);
    this.current = address;
    this.wanted = wantedBy(address);
    if (!moved) return;
    this.visits++;
    scrollTo(0, 0);
  }

  /** Changes some filters; the rest stay, and so does what is in view. */
  filter(change: Partial<Filters>): void {
    this.go({ ...this.current, chart: '', filters: { ...this.filters, ...change } });
  }

  /** Shows everything again. */
  clear(): void {
    this.go({ ...this.current, chart: '', filters: noFilters() });
  }

  /** Changes what the address says without a step in the history. */
  replace(change: Partial<Address>): void {
    this.current = { ...this.current, ...change };
    history.replaceState(null, '', fullAddress(this.current));
  }

  /** Takes out of the address bar what the page does not understand and so does not show. */
  tidy(): void {
    const elsewhere = this.current.chart ? '' : location.hash;
    history.replaceState(history.state, '', fullAddress(this.current) + elsewhere);
  }

  /** The address of a page, or of a chart on it, with the filters and language of now. */
  href(path: string, chart = ''): string {
    return formatAddress({ ...this.current, path, chart, run: '' });
  }

  private read(): void {
    const before = this.current;
    this.current = parseAddress(new URL(location.href));
    const led = this.current.chart !== before.chart || this.current.path !== before.path;
    this.wanted = led ? wantedBy(this.current) : null;
  }
}

function wantedBy({ chart }: Address): { chart: string } | null {
  return chart ? { chart } : null;
}

/** With the host: a path that begins with two slashes would name another one. */
function fullAddress(address: Address): string {
  return location.origin + formatAddress(address);
}

export const place = new Place();
