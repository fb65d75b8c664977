import type { Subject } from './router';

/** The parts of a page; each has a heading, `section.ID` in the interface's words. */
export type SectionId =
  'work' | 'partnerships' | 'agreements' | 'writing' | 'exchange' | 'balance' | 'reach' | 'people' | 'flows' | 'brings' | 'membership' | 'course';

/** One part of a page and its charts, in the order they are shown. */
export interface Section {
  id: SectionId;
  charts: readonly string[];
}

/** How the charts of a page with many are told apart. A chart that no part names stands before the first. */
export const sections: Partial<Record<Subject, readonly Section[]>> = {
  collaboration: [
    { id: 'work', charts: ['projects-by-type', 'project-heatmap', 'project-treemap', 'faculty-region-sankey', 'faculty-benchmark'] },
    { id: 'partnerships', charts: ['partner-league', 'regional-coverage', 'place-benchmark', 'partners-neglected'] },
    {
      id: 'agreements',
      charts: ['agreement-status', 'agreements-expiring', 'agreement-utilisation', 'agreement-balance', 'agreements-dormant'],
    },
    { id: 'writing', charts: ['copublication-trend', 'copublication-network', 'copublication-pairs'] },
  ],
  mobility: [
    { id: 'exchange', charts: ['mobility-trend', 'mobility-rates', 'mobility-growth', 'growth-by-region', 'mobility-split', 'mobility-regions'] },
    { id: 'balance', charts: ['mobility-balance', 'mobility-reciprocity'] },
    { id: 'reach', charts: ['partner-concentration', 'partner-turnover'] },
    { id: 'people', charts: ['mobility-levels', 'mobility-kinds', 'aid-coverage'] },
    { id: 'flows', charts: ['flow-trend', 'flow-pairs', 'flow-balance', 'flow-matrix'] },
  ],
  alliances: [
    { id: 'brings', charts: ['alliance-activation', 'alliance-places', 'belt-road-map'] },
    { id: 'membership', charts: ['alliance-figures', 'alliance-network'] },
    { id: 'course', charts: ['milestones'] },
  ],
};
