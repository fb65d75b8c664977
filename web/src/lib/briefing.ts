import type { ChartPayload } from '../chart/payload';
import type { Kpi } from './resources';
import type { Subject } from './router';

/** A figure together with the page it is on. */
export interface Told {
  kpi: Kpi;
  subject: Subject;
}

/** The statuses of agreements that ask somebody to act now, most urgent first. */
const urgent = ['overdue', 'within_90_days'] as const;

/** Agreements of a status that asks somebody to act now. */
export interface Due {
  status: (typeof urgent)[number];
  count: number;
}

/** The chart that counts agreements by status. */
export const agreementChart = 'agreement-status';

/** Each figure once, on the page that shows it first. */
export function unique(all: readonly Told[]): Told[] {
  const seen = new Set<string>();
  return all.filter(({ kpi }) => !seen.has(kpi.id) && Boolean(seen.add(kpi.id)));
}

/** Figures that moved, the largest relative change first. */
export function changed(all: readonly Told[], most: number): Told[] {
  const weight = ({ kpi }: Told): number => Math.abs(kpi.change?.value ?? 0) / Math.max(1, Math.abs(kpi.value ?? 0));
  return all
    .filter(({ kpi }) => kpi.change && kpi.change.value !== 0)
    .sort((one, other) => weight(other) - weight(one))
    .slice(0, most);
}

/** Agreements past their end or about to reach it, read from the rows of the chart that counts them. */
export function due(chart: Pick<ChartPayload, 'columns' | 'rows'>): Due[] {
  const at = (name: string): number => (chart.columns ?? []).findIndex((column) => column.name === name);
  const [statusAt, countAt] = [at('agreement_status'), at('status_agreements')];
  return urgent.flatMap((status) => {
    const count = Number((chart.rows ?? []).find((row) => row[statusAt] === status)?.[countAt] ?? 0);
    return count > 0 ? [{ status, count }] : [];
  });
}

/** Figures to look after: agreements that end within half a year, then missed targets, the furthest first. */
export function needing(all: readonly Told[], most: number): Told[] {
  const attained = ({ kpi }: Told): number => kpi.target?.attainment ?? 1;
  const ending = all.filter(({ kpi }) => kpi.id === 'expiring' && (kpi.value ?? 0) > 0);
  const missed = all.filter((told) => attained(told) < 1).sort((one, other) => attained(one) - attained(other));
  return [...ending, ...missed].slice(0, most);
}
