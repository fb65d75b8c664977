/** How a data set is written: the document that comes with the program. */
export { default as formatDocument } from '../../../data/README.md?url';

/** The file of a data set whose rows a chart stands on, by the beginning of its metric's name. */
const fileOf: readonly (readonly [RegExp, string])[] = [
  [/^(mobility_|aid_|mainland_exchange$|partner_reciprocity$)/, 'mobility.csv'],
  [/^agreements_/, 'agreements.csv'],
  [/^alliance_figures$/, 'figures.csv'],
  [/^(alliance_|belt_road_)/, 'memberships.csv'],
  [/^mainland_presence$/, 'establishments.csv'],
  [/^milestones$/, 'milestones.csv'],
  [/^flow_/, 'flows.csv'],
  [/^copublication_/, 'copublications.csv'],
  [/^(institutions_by_place|directory)$/, 'institutions.csv'],
  [/^(projects_|partner_league$|mainland_)/, 'projects.csv'],
];

/** The file that would fill a chart of a metric; empty where several could. */
export function fillingFile(metric: string): string {
  return fileOf.find(([names]) => names.test(metric))?.[1] ?? '';
}
