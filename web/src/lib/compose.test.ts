import { expect, test } from 'vitest';
import { compose } from './compose';
import type { ChartEntry } from './resources';

const chart = (id: string, kind: string): ChartEntry => ({ id, kind, subject: 'overview', metric: 'm', title: id, filters: [] });

test('the first chart gives the headline and the first map leads', () => {
  const slots = compose([chart('trend', 'line'), chart('world', 'map'), chart('split', 'bar')]);
  expect(slots.map(({ entry, span }) => [entry.id, span])).toEqual([['world', 12], ['trend', 7], ['split', 5]]);
  expect(slots.find((slot) => slot.headline)?.entry.id).toBe('trend');
  expect(slots[0]?.lead).toBe(true);
});

test('rows fill twelve columns, change sides, and give the broader kind the broader place', () => {
  const slots = compose([chart('a', 'map'), chart('b', 'line'), chart('c', 'bar'), chart('d', 'line'), chart('e', 'bar'), chart('f', 'bar'), chart('g', 'sankey')]);
  expect(slots.map((slot) => slot.span)).toEqual([12, 7, 5, 5, 7, 5, 7]);
});

test('a chart left over stands alone; a page without charts has none', () => {
  expect(compose([chart('a', 'map'), chart('b', 'line')]).map((slot) => slot.span)).toEqual([12, 12]);
  expect(compose([])).toEqual([]);
});

test('charts that want the whole width come after the pairs', () => {
  const slots = compose([chart('a', 'map'), chart('b', 'bar'), chart('c', 'graph'), chart('d', 'scatter'), chart('e', 'timeline')], ['c', 'e']);
  expect(slots.map(({ entry, span }) => [entry.id, span])).toEqual([['a', 12], ['b', 7], ['d', 5], ['c', 12], ['e', 12]]);
});

test('parts come in their order, each in rows of its own, and what none names before them', () => {
  const page = [chart('a', 'map'), chart('b', 'bar'), chart('c', 'line'), chart('d', 'bar'), chart('e', 'bar'), chart('f', 'sankey')];
  const slots = compose(page, ['f'], [{ id: 'agreements', charts: ['f', 'd', 'gone'] }, { id: 'work', charts: ['c', 'b'] }]);
  expect(slots.map(({ entry, span, opens }) => [entry.id, span, opens])).toEqual([
    ['a', 12, undefined], ['e', 12, undefined], ['d', 12, 'agreements'], ['f', 12, undefined], ['c', 7, 'work'], ['b', 5, undefined],
  ]);
});

test('a page whose data has charts for one part has no headings', () => {
  const slots = compose([chart('a', 'map'), chart('b', 'bar')], [], [{ id: 'work', charts: ['b'] }, { id: 'flows', charts: ['gone'] }]);
  expect(slots.every(({ opens }) => opens === undefined)).toBe(true);
});
