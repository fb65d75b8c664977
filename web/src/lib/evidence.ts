import type { Evidence } from '../chart/payload';
import type { Kpi } from './resources';

const order: readonly Evidence[] = ['published', 'derived', 'illustrative'];

/** What the parts of a key figure are worth beside the figure itself; empty where they are worth no less. */
export interface Weaker {
  /** The change and the line of the years. */
  trend: Evidence | '';
  target: Evidence | '';
}

/** The grades of a figure's change and target where they are weaker than the figure's own. */
export function weaker(kpi: Kpi): Weaker {
  const below = (grade: Evidence | '' | undefined): Evidence | '' =>
    grade && kpi.evidence && order.indexOf(grade) > order.indexOf(kpi.evidence) ? grade : '';
  return { trend: below(kpi.trend_evidence), target: below(kpi.target?.evidence) };
}
