/** What a list shows: what is looked for, in which order, and which page of it. */
export interface Listing {
  q: string;
  /** What has been going on with a partner; empty for anything. */
  state: '' | 'active' | 'dormant' | 'expiring';
  /** Of partners whose agreements end: within how many days; empty for 180. */
  within: '' | '90' | '365';
  /** A column, with - before it for the largest first; empty for the list's own order. */
  sort: string;
  /** Counted from 1. */
  page: number;
}

/** The whole list in its own order, from the beginning. */
export function noListing(): Listing {
  return { q: '', state: '', within: '', sort: '', page: 1 };
}

/** Reads a list's part of an address; on pages without a list there is none. */
export function listingOf(path: string, params: URLSearchParams): Listing {
  if (!/^\/(places|partners)(\/|$)/.test(path)) return noListing();
  const states = ['active', 'dormant', 'expiring'] as const;
  return {
    q: (params.get('q') ?? '').slice(0, 100),
    state: states.find((state) => state === params.get('state')) ?? '',
    within: (['90', '365'] as const).find((days) => days === params.get('within')) ?? '',
    sort: /^-?[a-z_]{1,20}$/.exec(params.get('sort') ?? '')?.[0] ?? '',
    page: Math.max(1, Number(/^\d{1,5}$/.exec(params.get('page') ?? '')?.[0] ?? 1)),
  };
}

/** A list's part of an address as name and value pairs; only those that say something. */
export function listingQuery({ q, state, within, sort, page }: Listing): [string, string][] {
  const pairs: [string, string][] = [['q', q], ['state', state], ['within', within], ['sort', sort], ['page', page > 1 ? String(page) : '']];
  return pairs.filter(([, value]) => value !== '');
}
