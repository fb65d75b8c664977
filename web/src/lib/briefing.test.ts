import { expect, test } from 'vitest';
import { changed, due, needing, unique, type Told } from './briefing';

const told = (id: string, value: number, change: number | null, attainment: number | null): Told => ({
  subject: 'overview',
  kpi: {
    id, label: id, value, display: String(value), evidence: 'published', figure: null, filters: {},
    change: change === null ? null : { value: change, display: String(change), against: '2016/17' },
    target: attainment === null ? null : { value: 1, display: '1', year: '2017/18', attainment },
  },
});

test('what changed most for its size comes first; what stood still is left out', () => {
  const all = [told('large', 1000, 50, null), told('small', 20, 10, null), told('still', 5, 0, null)];
  expect(changed(all, 5).map(({ kpi }) => kpi.id)).toEqual(['small', 'large']);
});

test('agreements that end come before missed targets, and the target missed most before the others', () => {
  const all = [told('met', 10, null, 1), told('near', 10, null, 0.94), told('far', 10, null, 0.5), told('expiring', 57, null, null)];
  expect(needing(all, 5).map(({ kpi }) => kpi.id)).toEqual(['expiring', 'far', 'near']);
  expect(needing([told('expiring', 0, null, null)], 5)).toEqual([]);
});

test('overdue agreements come before those that end soon; a status without agreements is not told', () => {
  const column = (name: string) => ({ name, label: name, type: 'int' });
  const columns = [column('agreement_status'), column('agreement_kind'), column('status_agreements')];
  const rows = [['in_effect', 'mou', 9], ['within_90_days', 'mou', 32], ['within_90_days', 'exchange', 32], ['overdue', 'mou', 20]];
  expect(due({ columns, rows })).toEqual([{ status: 'overdue', count: 20 }, { status: 'within_90_days', count: 32 }]);
  expect(due({ columns, rows: rows.slice(0, 1) })).toEqual([]);
  expect(due({})).toEqual([]);
});

test('a figure on two pages is told once', () => expect(unique([told('a', 1, 1, null), told('a', 1, 1, null)])).toHaveLength(1));
