import { expect, test } from 'vitest';
import { changed, needing, unique, type Told } from './briefing';

const told = (id: string, value: number, change: number | null, attainment: number | null): Told => ({
  subject: 'overview',
  kpi: {
    id, label: id, value, display: String(value), evidence: 'published', figure: null,
    change: change === null ? null : { value: change, display: String(change), against: '2016/17' },
    target: attainment === null ? null : { value: 1, display: '1', year: '2017/18', attainment },
  },
});

test('what changed most for its size comes first; what stood still is left out', () => {
  const all = [told('large', 1000, 50, null), told('small', 20, 10, null), told('still', 5, 0, null)];
  expect(changed(all, 5).map(({ kpi }) => kpi.id)).toEqual(['small', 'large']);
});

test('missed targets and agreements that end need attention', () => {
  const all = [told('met', 10, null, 1), told('missed', 10, null, 0.94), told('expiring', 57, null, null)];
  expect(needing(all, 5).map(({ kpi }) => kpi.id)).toEqual(['missed', 'expiring']);
});

test('a figure on two pages is told once', () => expect(unique([told('a', 1, 1, null), told('a', 1, 1, null)])).toHaveLength(1));
