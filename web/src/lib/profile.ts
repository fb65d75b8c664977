import type { Evidence, Source } from '../chart/payload';
import { get, type Query } from './api';
import type { Establishment, Kpi, Milestone, Programme } from './resources';

/** A partner as a list shows it; a number is null where it is withheld, and named as that, or where it is not known. */
export interface Partner {
  id: string;
  name: string;
  place: string;
  place_label: string;
  region: string;
  region_label: string;
  city?: string;
  projects: number | null;
  outbound: number | null;
  inbound: number | null;
  /** Inbound less outbound. */
  balance: number | null;
  agreements: number | null;
  status?: string;
  status_label?: string;
  ends?: string;
  last_active?: string;
  dormant: boolean;
  alliances: string[];
  evidence: Evidence;
  withheld?: string[];
}

/** A page of the partners, and how many there are in all. */
export interface PartnerList {
  total: number;
  /** Of their agreements, those of the state asked for: ending or dormant. */
  total_agreements?: number;
  offset: number;
  partners: Partner[];
  sources: Source[];
}

/** An agreement with its term. */
export interface Agreement {
  id: string;
  partner: string;
  partner_name: string;
  kind_label: string;
  status: string;
  status_label: string;
  begins?: string;
  ends?: string;
  evidence: Evidence;
  source: Source;
}

/** An alliance with the members a profile is about. */
export interface Membership {
  id: string;
  name: string;
  acronym?: string;
  members: { id: string; name: string; role: string; joined?: string; confidence: string; evidence: Evidence; source: Source }[];
}

/** One project with a partner. */
export interface Project {
  id: string;
  title?: string;
  type_label: string;
  faculty?: string;
  begins?: string;
  ends?: string;
  evidence: Evidence;
  source: Source;
}

/** Everything about one partner: `GET /api/v1/partners/{id}`. */
export interface PartnerProfile {
  partner: Partner;
  names: Partial<Record<string, string>>;
  ror_id?: string;
  subdivision?: string;
  source: Source;
  agreements: Agreement[];
  projects: { total: number; offset: number; items: Project[] };
  alliances: Membership[];
  /** What was done with it, in a few sentences of its rows. */
  answer: string;
  establishments: Establishment[];
  history: { milestones: Milestone[]; programmes: Programme[] };
  kpis: Kpi[];
  charts: string[];
  sources: Source[];
}

/** A country or region as a list shows it; a number is null where it is withheld, and named as that, or where it is not known. */
export interface PlaceEntry {
  code: string;
  name: string;
  region: string;
  region_label: string;
  partners: number | null;
  projects: number | null;
  outbound: number | null;
  inbound: number | null;
  balance: number | null;
  agreements: number | null;
  works: number | null;
  evidence: Evidence;
  withheld?: string[];
}

/** Everything about one country or region: `GET /api/v1/places/{code}`. */
export interface PlaceProfile extends PlaceEntry {
  kpis: Kpi[];
  top_partners: Partner[];
  partners_total: number;
  agreements_by_status: { status: string; status_label: string; agreements: number }[];
  agreement_list: Agreement[];
  alliances: Membership[];
  neighbours: PlaceEntry[];
  previous: { id: string; label: string } | null;
  next: { id: string; label: string } | null;
  charts: string[];
  sources: Source[];
}

/** How many rows a page of a list has. */
export const perPage = 50;

export const getPartners = (query: Query, signal: AbortSignal): Promise<PartnerList> => get('/partners', query, signal);
export const getPartner = (id: string, query: Query, signal: AbortSignal): Promise<PartnerProfile> =>
  get(`/partners/${encodeURIComponent(id)}`, query, signal);
/** A country or region without a partner; touched where students went there or came from there. */
export interface Untied {
  code: string;
  name: string;
  region: string;
  region_label: string;
  touched: boolean;
}

export const getPlaces = (query: Query, signal: AbortSignal): Promise<{ places: PlaceEntry[]; without: Untied[]; sources: Source[] }> => get('/places', query, signal);
export const getPlace = (code: string, query: Query, signal: AbortSignal): Promise<PlaceProfile> =>
  get(`/places/${encodeURIComponent(code)}`, query, signal);

/** Which pages of a list are offered beside the one shown: the first, the last and those next to it; 0 stands for a gap. */
export function pagesOffered(page: number, pages: number): number[] {
  const kept = [...new Set([1, page - 1, page, page + 1, pages])].filter((n) => n >= 1 && n <= pages).sort((a, b) => a - b);
  return kept.flatMap((n, at) => (at > 0 && n - (kept[at - 1] ?? n) > 1 ? [0, n] : [n]));
}

/** Text without accents and capitals, to look for names in. */
export function folded(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
}

/** The order after a click on a column: numbers begin with the largest, text with its first letter; a second click turns it. */
export function nextSort(now: string, column: string, numeric: boolean): string {
  const [down, up] = [`-${column}`, column];
  if (now === down) return up;
  if (now === up) return down;
  return numeric ? down : up;
}
