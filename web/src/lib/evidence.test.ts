import { expect, test } from 'vitest';
import type { Evidence } from '../chart/payload';
import { weaker } from './evidence';
import type { Kpi } from './resources';

const kpi = (evidence: Evidence | '', trend: Evidence | '', target?: Evidence): Kpi => ({
  id: 'a', label: 'a', value: 1, display: '1', evidence, figure: null, trend_evidence: trend, change: null, filters: {},
  target: target ? { value: 1, display: '1', year: '2017/18', attainment: 1, evidence: target } : null,
});

test('a published figure does not lend its grade to illustrative years and targets', () => {
  expect(weaker(kpi('published', 'illustrative', 'illustrative'))).toEqual({ trend: 'illustrative', target: 'illustrative' });
  expect(weaker(kpi('published', 'derived', 'published'))).toEqual({ trend: 'derived', target: '' });
});

test('what is as good as the figure, or better, needs no word of its own', () => {
  expect(weaker(kpi('illustrative', 'illustrative', 'published'))).toEqual({ trend: '', target: '' });
  expect(weaker(kpi('published', ''))).toEqual({ trend: '', target: '' });
});
