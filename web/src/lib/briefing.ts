import type { Kpi } from './resources';
import type { Subject } from './router';

/** A figure together with the page it is on. */
export interface Told {
  kpi: Kpi;
  subject: Subject;
}

/** Figures that ask for something to be done whenever they are not nought. */
const warnings = new Set(['expiring', 'dormant', 'overdue']);

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

/** Figures to look after: agreements that end or sleep, and, where the whole is shown, targets that were missed. */
export function needing(all: readonly Told[], most: number, targets = true): Told[] {
  const missed = ({ kpi }: Told): boolean => targets && kpi.target !== null && kpi.target !== undefined && kpi.target.attainment < 1;
  return all.filter((told) => missed(told) || (warnings.has(told.kpi.id) && (told.kpi.value ?? 0) > 0)).slice(0, most);
}
