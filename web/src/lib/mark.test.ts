import { expect, test } from 'vitest';
import { explainables, narrowings, profiles, titleOf, type NameOf } from './mark';
import type { Chosen } from './state/marks.svelte';
import { noFilters } from './state/url';

const columns = [
  { name: 'academic_year_id', label: 'Academic year', type: 'year', dimension: 'year' },
  { name: 'country_code', label: 'Code', type: 'string', dimension: 'place', hidden: true },
  { name: 'place', label: 'Country or region', type: 'string' },
  { name: 'institution_id', label: 'Id', type: 'string', dimension: 'partner', hidden: true },
  { name: 'partner', label: 'Partner', type: 'string' },
  { name: 'direction', label: 'Direction', type: 'string', dimension: 'direction', hidden: true },
  { name: 'outbound', label: 'Outbound', type: 'int' },
  { name: 'inbound', label: 'Inbound', type: 'int' },
  { name: 'lng', label: 'Longitude', type: 'float', hidden: true },
];
const rows = [['2017/2018', 'DE', 'Germany', 'ror/1', 'TU München', 'outbound', 12, -7, 10.4]];
const entry = { id: 'pairs', subject: 'mobility' as const, kind: 'bar', metric: 'm', title: 'Pairs', filters: ['from', 'to', 'place', 'direction'] };
const chosen = (change: Partial<Chosen> = {}): Chosen => ({
  entry,
  payload: { id: 'pairs', title: 'Pairs', kind: 'bar', option: {}, columns, rows },
  row: 0,
  numbers: [],
  column: '',
  within: {},
  at: {} as DOMRect,
  opener: null,
  ...change,
});
const name: NameOf = (filter, id) => `${filter}=${id}`;

test('the usual filter comes first, then each by itself, then the year', () => {
  const offered = narrowings(chosen(), noFilters(), name, null);
  expect(offered.map((one) => one.name)).toEqual(['place=DE · direction=outbound', 'place=DE', 'direction=outbound', 'year=2017/2018']);
  expect(offered[0]?.change).toEqual({ place: ['DE'], direction: ['outbound'] });
  expect(offered[3]?.change).toEqual({ from: '2017/2018', to: '2017/2018' });
});

test('what is set already is offered to be taken out', () => {
  const offered = narrowings(chosen(), { ...noFilters(), place: ['DE'] }, name, null);
  expect(offered.filter((one) => one.undoes).map((one) => [one.name, one.change])).toEqual([['place=DE', { place: [] }]]);
});

test('the page of a place does not leave it, and does not lead to itself', () => {
  const member = { page: 'places' as const, id: 'DE' };
  expect(narrowings(chosen(), noFilters(), name, member).map((one) => one.name)).toEqual(['direction=outbound', 'year=2017/2018']);
  expect(profiles(chosen(), name, member).map((one) => one.path)).toEqual(['/partners/ror%2F1']);
});

test('a row explains all its numbers, a cell its own, a mark what it shows, whichever way it points', () => {
  const names = (one: Chosen): string[] => explainables(one).map(({ asked }) => asked.column);
  expect(names(chosen())).toEqual(['outbound', 'inbound']);
  expect(names(chosen({ column: 'inbound' }))).toEqual(['inbound']);
  expect(names(chosen({ numbers: [7] }))).toEqual(['inbound']);
  expect(names(chosen({ numbers: [0.4] }))).toEqual(['outbound']);
  expect(names(chosen({ column: 'place' }))).toEqual([]);
});

test('a row that words cannot tell from another explains nothing', () => {
  const twice = { ...chosen().payload, rows: [...rows, ...rows] };
  expect(explainables(chosen({ payload: twice }))).toEqual([]);
});

test('a row leads to its place and its partner by their names', () => {
  expect(profiles(chosen(), name, null)).toEqual([
    { path: '/places/DE', name: 'place=DE' },
    { path: '/partners/ror%2F1', name: 'TU München' },
  ]);
});

test('a row is called by its words', () => {
  expect(titleOf(columns, rows[0] ?? [], (cell) => String(cell))).toBe('2017/2018 · Germany · TU München');
});
