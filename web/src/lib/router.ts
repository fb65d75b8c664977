/** What a page is about; the server sorts its charts and figures by it. */
export type Subject = 'overview' | 'collaboration' | 'mobility' | 'alliances' | 'mainland';

/** A page whose code comes when it is opened. */
export type LaterPage = 'places' | 'partners' | 'board' | 'data';

/** A page by name: those with charts about a subject, and the later ones. */
export type PageName = Subject | LaterPage;

/** A page: where it lives and what it is called. */
export interface Route {
  path: string;
  subject: PageName;
  label: `nav.${PageName}`;
}

/** Every page, in the order of the navigation. */
export const routes: readonly Route[] = [
  { path: '/', subject: 'overview', label: 'nav.overview' },
  { path: '/collaboration', subject: 'collaboration', label: 'nav.collaboration' },
  { path: '/mobility', subject: 'mobility', label: 'nav.mobility' },
  { path: '/alliances', subject: 'alliances', label: 'nav.alliances' },
  { path: '/mainland', subject: 'mainland', label: 'nav.mainland' },
  { path: '/places', subject: 'places', label: 'nav.places' },
  { path: '/partners', subject: 'partners', label: 'nav.partners' },
  { path: '/board', subject: 'board', label: 'nav.board' },
  { path: '/data', subject: 'data', label: 'nav.data' },
];

const later: readonly LaterPage[] = ['places', 'partners', 'board', 'data'];

/** The subjects of the pages with charts, in the order of the navigation. */
export const subjects: readonly Subject[] = routes.map(({ subject }) => subject).filter((subject) => !later.includes(subject as LaterPage)) as Subject[];

/** The page at a path; null where there is none. */
export function routeOf(path: string): Route | null {
  const member = memberOf(path);
  return routes.find((route) => route.path === path || route.subject === member?.page) ?? null;
}

/** One place or partner that a page is about. */
export interface Member {
  page: 'places' | 'partners';
  /** A place's code or a partner's id. */
  id: string;
}

/** The place or partner a path is about; null for any other page. */
export function memberOf(path: string): Member | null {
  const found = /^\/(places|partners)\/([^/]+)$/.exec(path);
  if (!found?.[2]) return null;
  try {
    return { page: found[1] === 'places' ? 'places' : 'partners', id: decodeURIComponent(found[2]) };
  } catch {
    // What is no text in UTF-8 is no id.
    return null;
  }
}

/** The path of the page about one place or partner. */
export function memberPath({ page, id }: Member): string {
  return `/${page}/${encodeURIComponent(id)}`;
}

/** The path of the page about a subject. */
export function pathOf(subject: PageName): string {
  return routes.find((route) => route.subject === subject)?.path ?? '/';
}

/** Whether a click on a link is ours: a plain click on an address of a page or chart, not a file, tab or other host. */
export function ownLink(event: MouseEvent, here: string): URL | null {
  if (event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) {
    return null;
  }
  const link = event.target instanceof Element ? event.target.closest('a') : null;
  if (!link?.href || link.target || link.hasAttribute('download')) return null;
  const url = new URL(link.href, here);
  const sameHost = url.origin === new URL(here).origin;
  const ours = !url.hash || url.hash.startsWith('#chart-');
  return sameHost && ours && routeOf(url.pathname) ? url : null;
}
