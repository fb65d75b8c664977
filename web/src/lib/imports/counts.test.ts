import { expect, test } from 'vitest';
import { countOf } from './counts';

const counts = [
  { file: 'data.xlsx', sheet: 'Out', table: 'mobility', read: 6, stored: 6, refused: 0 },
  { file: 'data.xlsx', sheet: 'In', table: 'mobility', read: 4, stored: 3, refused: 1 },
];

test('each sheet has the counts of its own', () => {
  expect(countOf(counts, { name: 'data.xlsx', sheet: 'In', table: 'mobility' })?.read).toBe(4);
  expect(countOf(counts, { name: 'data.xlsx', sheet: 'Out', table: 'mobility' })?.read).toBe(6);
});

test('a sheet that is left out or was not read has none', () => {
  expect(countOf(counts, { name: 'data.xlsx', sheet: 'Notes', table: 'none' })).toBeUndefined();
  expect(countOf(counts, { name: 'data.xlsx', sheet: 'Notes', table: '' })).toBeUndefined();
  expect(countOf(counts, { name: 'data.xlsx', sheet: 'Notes', table: 'mobility' })).toBeUndefined();
});

test('a count without a sheet is that of the file', () => {
  expect(countOf([{ file: 'a.xlsx', table: 'flows', read: 2, stored: 2, refused: 0 }], { name: 'a.xlsx', sheet: 'Sheet1', table: 'flows' })?.read).toBe(2);
});
