import type { Evidence, Language, Source } from '../chart/payload';
import type { Subject } from './router';
import type { Rules } from './state/disclosure.svelte';

/** A chart as the catalogue lists it. */
export interface ChartEntry {
  id: string;
  subject: Subject | 'places' | 'partners';
  kind: string;
  metric: string;
  title: string;
  subtitle?: string;
  unit?: string;
  filters: string[];
  maps?: string[] | null;
  /** Whether the data set has rows for it. */
  available?: boolean;
}

/** The charts of the data set that is served. */
export interface Catalogue {
  dataset: { id: string; version: string; name: string; as_of: string; illustrative: boolean; languages?: Language[]; home_place?: string };
  charts: ChartEntry[];
  /** The pages the data set has something for. */
  pages?: Subject[];
  /** How small numbers of people are kept back where nobody asks: on pages, in files, and at the least. */
  disclosure?: Rules;
  /** The address of each map; it changes when the map does. */
  maps?: Record<string, string>;
}

/** A value a filter can take. */
export interface Choice {
  id: string;
  label: string;
  region?: string;
}

/** Every value that is in the data, by dimension. */
export interface Dimensions {
  years: Choice[];
  places: Choice[];
  regions: Choice[];
  types: Choice[];
  faculties: Choice[];
  directions: Choice[];
  evidence: Choice[];
}

/** A number printed in a source, as it is printed. */
export interface Figure {
  value: number;
  qualifier?: string;
  display?: string;
  quote?: string;
  note?: string;
  period?: string;
  as_of?: string;
  source?: Source | string;
}

/** A headline number of a page. */
export interface Kpi {
  id: string;
  label: string;
  value: number | null;
  display: string;
  unit?: string;
  /** Whether value, spark and change are shares of one, to be written as percentages. */
  share?: boolean;
  note?: string;
  /** The year a yearly value counted from rows is of. */
  year?: string;
  /** Empty where there are no rows to grade. */
  evidence: Evidence | '';
  figure: Figure | null;
  spark?: { year: string; value: number }[] | null;
  /** How well the years, and so the change, are supported; they may be weaker than the figure itself. */
  trend_evidence?: Evidence | '';
  change: { value: number; display: string; against: string } | null;
  target: { value: number; display: string; year: string; attainment: number; evidence?: Evidence } | null;
  chart?: string;
  /** The filters the figure honours, of those that were asked for; the others leave it as it is. */
  filters: Record<string, string>;
}

/** How a number is made. */
export interface Metric {
  id: string;
  title: string;
  definition: string;
  formula?: string;
  unit?: string;
  source?: string;
  sql?: string;
}

/** An alliance with what its sources say about its size, and the members they name. */
export interface Alliance {
  id: string;
  name: string;
  acronym?: string;
  founded?: string | number;
  described?: string;
  website?: string;
  role?: string;
  named?: number;
  /** Named members that a project, an agreement or exchange makes partners. */
  tied?: number;
  figures?: Figure[] | null;
  members?: AllianceMember[] | null;
}

/** A member a source names. */
export interface AllianceMember {
  institution_id: string;
  name: string;
  place: string;
  place_label?: string;
  /** The home institution itself, which is no partner. */
  home?: boolean;
  confidence?: string;
}

/** A place of the university's own away from home. */
export interface Establishment {
  id: string;
  name: string;
  kind: string;
  kind_label?: string;
  partner?: string;
  partner_id?: string;
  city?: string;
  subdivision?: string;
  quote?: string;
  source?: Source | string;
  evidence?: Evidence;
}

/** A dated event of the institution's history. */
export interface Milestone {
  /** The alliances that it names. */
  alliance_ids?: string[];
  date: string;
  evidence?: Evidence;
  title: string;
  pillar?: string;
  pillar_label?: string;
  source?: Source | string;
}

/** A programme that runs. */
export interface Programme {
  id: string;
  alliance_id?: string;
  evidence?: Evidence;
  name: string;
  started?: string | number;
  described?: string;
  alliance?: string;
  source?: Source | string;
}
