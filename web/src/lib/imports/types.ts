import type { Changes } from './versions';

/** What a problem does: an error stops the import, a warning does not, a note says what was understood. */
export type Severity = 'error' | 'warning' | 'note';
export const severities: readonly Severity[] = ['error', 'warning', 'note'];

/** Where an import stands. */
export type ImportState = 'reading' | 'building' | 'ready' | 'refused' | 'failed' | 'committed' | 'cancelled';

/** One of our columns, as the import format describes it. */
export interface FormatColumn {
  name: string;
  type: string;
  required?: boolean;
  values?: string[] | null;
  refers?: string;
  default?: string;
}

/** A table of the import format. */
export interface FormatTable {
  name: string;
  columns: FormatColumn[];
}

export interface ImportFormat {
  tables: FormatTable[];
}

/** Replaces a value by what stands beside it in another file. */
export interface Lookup {
  file: string;
  sheet?: string;
  key: string;
  value: string;
}

/** Where the values of one of our columns come from. */
export interface ColumnMapping {
  column?: string;
  constant?: string;
  values?: Record<string, string>;
  lookup?: Lookup;
}

/** How one foreign file fills a table. A plain string in `columns` is the name of their column. */
export interface FileMapping {
  file: string;
  sheet?: string;
  table: string;
  encoding?: string;
  delimiter?: string;
  header_row?: number;
  decimal?: string;
  dates?: string;
  years?: string;
  columns?: Record<string, string | ColumnMapping>;
  count_rows?: string;
  ignore?: string[];
}

/** What dataset.yaml says, as JSON; keys that are not edited here are kept as they came. */
export interface DatasetMapping {
  id?: string;
  name?: string;
  name_zh_hant?: string;
  name_zh_hans?: string;
  home_place?: string;
  as_of?: string;
  academic_year?: { start_month?: number };
  files?: FileMapping[];
  [key: string]: unknown;
}

/** A file as it was understood. */
export interface ImportFile {
  name: string;
  sheet?: string;
  format?: string;
  bytes?: number;
  encoding?: string;
  delimiter?: string;
  header_row?: number;
  header?: string[] | null;
  table?: string;
  unused?: string[] | null;
  preview?: { lines: number[] | null; rows: string[][] | null } | null;
}

export interface Problem {
  severity: Severity;
  file: string;
  row?: number;
  column?: string;
  value?: string;
  reason: string;
  remedy?: string;
}

export interface ProblemGroup {
  severity: Severity;
  file: string;
  column?: string;
  reason: string;
  remedy?: string;
  count: number;
  examples?: { row?: number; value?: string }[] | null;
}

export interface FileCount {
  file: string;
  sheet?: string;
  table?: string;
  read: number;
  stored: number;
  refused: number;
  kept?: number;
}

export interface ImportReport {
  files?: FileCount[] | null;
  errors: number;
  warnings: number;
  notes?: number;
  groups?: ProblemGroup[] | null;
  problems?: Problem[] | null;
  omitted?: number;
}

export interface Candidate {
  target: string;
  name: string;
  score: number;
  reason?: string;
}

/** A word that names no place we know, with the nearest that we do. */
export interface UnmatchedPlace {
  value: string;
  count: number;
  why?: string;
  candidates?: Candidate[] | null;
}

export interface UnmatchedInstitution {
  value: string;
  name: string;
  place?: string;
  candidates?: Candidate[] | null;
}

export interface Matches {
  places?: UnmatchedPlace[] | null;
  institutions?: { matched: number; unmatched: number; list?: UnmatchedInstitution[] | null } | null;
}

/** What a reader decided a value means; an empty target says that it means none. */
export interface Decision {
  kind: 'place' | 'institution';
  value: string;
  target: string;
  note?: string;
}

/** What was found out about a file, or about one of our columns in it. */
export interface Guess {
  file: string;
  sheet?: string;
  column?: string;
  /** Their column. */
  from?: string;
  says: string;
  /** From 0 to 1. */
  certainty: number;
}

/** What only a person can say, or should confirm; the key is that of dataset.yaml. */
export interface Need {
  key: string;
  says: string;
}

/** An import, wherever it stands. */
export interface ImportRun {
  id: string;
  state: ImportState;
  commit?: boolean;
  created_at?: string;
  progress?: { file?: string; rows?: number; bytes?: number; total_bytes?: number } | null;
  dataset?: DatasetMapping | null;
  dataset_yaml?: string;
  guessed?: boolean;
  guesses?: Guess[] | null;
  needs?: Need[] | null;
  files?: ImportFile[] | null;
  report?: ImportReport | null;
  matches?: Matches | null;
  decisions?: Decision[] | null;
  version?: string;
  changes?: Changes | null;
  error?: { code?: string; message?: string; id?: string } | string | null;
}

/** What runs an import again. */
export interface ImportChange {
  dataset?: DatasetMapping;
  decisions?: Decision[];
  commit: boolean;
}
