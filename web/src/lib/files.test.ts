import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { fillingFile } from './files';

test.each([
  ['mobility_trend', 'mobility.csv'],
  ['aid_coverage', 'mobility.csv'],
  ['mainland_exchange', 'mobility.csv'],
  ['agreements_by_status', 'agreements.csv'],
  ['alliance_members', 'memberships.csv'],
  ['alliance_figures', 'figures.csv'],
  ['mainland_presence', 'establishments.csv'],
  ['mainland_projects', 'projects.csv'],
  ['projects_by_type', 'projects.csv'],
  ['partners_by_place', ''],
])('what %s counts is in %s, a file the format describes', (metric, file) => {
  expect(fillingFile(metric)).toBe(file);
  const format = readFileSync(new URL('../../../data/README.md', import.meta.url), 'utf8');
  if (file) expect(format).toContain(`| \`${file}\` |`);
});
