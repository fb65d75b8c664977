import type { Evidence, Source } from '../../chart/payload';
import { get, type Query } from '../api';
import type { Milestone } from '../resources';
import type { Subject } from '../router';

/** A meeting of the advisory board; only one with `before` can be compared with now. */
export interface Meeting {
  id: string;
  held_on?: string;
  title: string;
  agenda?: string;
  evidence: Evidence;
  source: Source;
  before?: string;
}

/** One year of a figure. */
export interface Spot {
  year: string;
  value: number;
}

/** A key figure as counted for two years. */
export interface FigureSince {
  id: string;
  label: string;
  unit: string;
  subject: Subject;
  chart?: string;
  before: Spot & { display: string };
  now: Spot & { display: string };
  change: { value: number; display: string; against: string };
  spark: Spot[];
  target: { value: number; display: string; year: string; attainment: number; evidence?: Evidence } | null;
  evidence: Evidence | '';
}

/** A partner whose first dated activity came since. */
export interface PartnerSince {
  id: string;
  name: string;
  place: string;
  place_label: string;
  year: string;
  projects: number;
  evidence: Evidence;
}

/** An agreement and the day it was signed or ended. */
export interface AgreementSince {
  id: string;
  partner_id: string;
  partner: string;
  place: string;
  place_label: string;
  kind?: string;
  day: string;
  evidence: Evidence;
}

/** All that are counted, and the first of them by name. */
export interface Counted<T> {
  count: number;
  list: T[];
}

/** What changed between a day and the data's own. */
export interface Since {
  meeting?: string;
  day: string;
  before: string;
  now: string;
  figures: FigureSince[];
  partners: Counted<PartnerSince>;
  signed: Counted<AgreementSince>;
  ended: Counted<AgreementSince>;
  milestones: Milestone[];
}

/** The meetings of the advisory board, and what changed since one of them. */
export interface Board {
  meetings: Meeting[];
  since: Since | null;
}

/** Asks for the meetings and what changed since the one named in the query, the last where none is. */
export const getBoard = (query: Query, signal: AbortSignal): Promise<Board> => get('/board', query, signal);
