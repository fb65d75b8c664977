import { expect, test } from 'vitest';
import { pick, rowFilters } from './filters';
import { noFilters } from './url';

const columns = [
  { name: 'country_code', label: 'Code', type: 'string', dimension: 'place', hidden: true },
  { name: 'place', label: 'Country or region', type: 'string' },
  { name: 'institution_id', label: 'Partner', type: 'string', dimension: 'partner' },
  { name: 'year', label: 'Year', type: 'year', dimension: 'year' },
];

test('a mark stands for the dimensions the page can filter by', () => {
  expect(rowFilters(columns, ['JP', 'Japan', 'x1', '2015/2016'])).toEqual({ place: 'JP', year: '2015/2016' });
});

test('a place stands for itself, not for its region as well', () => {
  const region = { name: 'region', label: 'Region', type: 'string', dimension: 'region' };
  expect(rowFilters([...columns.slice(0, 1), region], ['JP', 'east-asia'])).toEqual({ place: 'JP' });
  expect(rowFilters([region], ['east-asia'])).toEqual({ region: 'east-asia' });
});

test('a click filters by the mark, and a second click takes the filter out', () => {
  const before = noFilters();
  const change = pick(before, { place: 'JP' });
  expect(change).toEqual({ place: ['JP'] });
  expect(pick({ ...before, ...change }, { place: 'JP' })).toEqual({ place: [] });
});

test('a mark of a series keeps the years; a mark that is only a year sets them', () => {
  expect(pick(noFilters(), { direction: 'outbound', year: '2015/2016' })).toEqual({ direction: ['outbound'] });
  expect(pick(noFilters(), { year: '2015/2016' })).toEqual({ from: '2015/2016', to: '2015/2016' });
});
