import { expect, test } from 'vitest';
import type { Kpi } from './resources';
import { noFilters } from './state/url';
import { unheeded } from './strip';

const kpi = (label: string, filters: Record<string, string>): Kpi => ({
  id: label, label, value: 1, display: '1', evidence: 'published', figure: null, change: null, target: null, filters,
});
const set = { ...noFilters(), from: '2016/2017', region: ['europe'] };

test('figures that ignore the same filters are told together, and only what is set is told', () => {
  const kpis = [kpi('Projects', { from: '2016/2017', region: 'europe' }), kpi('Alliances', {}), kpi('Members', {})];
  expect(unheeded(kpis, set)).toEqual([{ filters: ['from', 'region'], figures: ['Alliances', 'Members'] }]);
  expect(unheeded(kpis, noFilters())).toEqual([]);
});

test('what no figure honours is told of the whole strip', () => {
  expect(unheeded([kpi('Alliances', {}), kpi('Members', {})], set)).toEqual([{ filters: ['from', 'region'], figures: [] }]);
});
