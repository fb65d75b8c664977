export interface FigureChange {
  id: string;
  label: string;
  unit?: string;
  before: number | null;
  after: number | null;
  difference?: number | null;
  /** The figure as the pages write it, with its unit. */
  before_display?: string;
  after_display?: string;
}

export interface TableChange {
  table: string;
  before: number;
  after: number;
  added?: number;
  removed?: number;
  changed?: number;
}

/** What is different between two snapshots. */
export interface Changes {
  from?: string;
  to?: string;
  figures?: FigureChange[] | null;
  tables?: TableChange[] | null;
  partners?: { added: number; gone: number; added_list?: PartnerName[] | null; gone_list?: PartnerName[] | null } | null;
}

export interface PartnerName {
  id: string;
  name: string;
  place: string;
  place_name: string;
}

export interface SnapshotEntry {
  version: string;
  dataset: { id: string; name: string; name_zh_hant?: string; name_zh_hans?: string; as_of?: string };
  created_at?: string;
  origin: { kind: 'builtin' | 'folder' | 'upload'; name: string };
  bytes?: number;
  current?: boolean;
  rows?: { table: string; rows: number }[] | null;
  warnings?: number;
  /** False for one that another release of the program made: it is listed, and cannot be shown. */
  usable?: boolean;
}

export interface SnapshotList {
  persistent: boolean;
  keep?: number;
  current: string;
  snapshots: SnapshotEntry[];
}

/** The data set on screen: how many rows of which grade, and where they were read. */
export interface Provenance {
  dataset: { id: string; version: string; name: string; as_of?: string; home_place?: string; home?: string; licence?: string; notes?: string };
  tables: { table: string; rows: number; published: number; derived: number; illustrative: number }[];
  sources: { id: string; title: string; publisher?: string; url?: string; published_on?: string; rows: number }[];
}
