import { ownLink } from '../router';
import { formatAddress, noFilters, parseAddress, type Address, type Filters } from './url';

/** Where the reader is. The address bar is the state; this mirrors it for the page. */
class Place {
  current = $state.raw<Address>(parseAddress(new URL(location.href)));
  /** Goes up with every navigation a reader made, so that focus can follow. */
  visits = $state(0);

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
    const text = formatAddress(address);
    if (text !== location.pathname + location.search) history.pushState(null, '', text);
    this.current = address;
    if (!moved) return;
    this.visits++;
    scrollTo(0, 0);
  }

  /** Changes some filters; the rest stay. */
  filter(change: Partial<Filters>): void {
    this.go({ ...this.current, filters: { ...this.filters, ...change } });
  }

  /** Shows everything again. */
  clear(): void {
    this.go({ ...this.current, filters: noFilters() });
  }

  /** Changes what the address says without a step in the history. */
  replace(change: Partial<Address>): void {
    this.current = { ...this.current, ...change };
    history.replaceState(null, '', formatAddress(this.current));
  }

  /** The address of a page with the filters and language of now. */
  href(path: string): string {
    return formatAddress({ ...this.current, path });
  }

  private read(): void {
    this.current = parseAddress(new URL(location.href));
  }
}

export const place = new Place();
