import { expect, test, vi } from 'vitest';
import { assumedOf, lacksHome, sayChanges, whyNot } from './commit';
import type { ImportRun } from './types';

// The language stands in the address of a page, which is not here.
vi.mock('../state/settings.svelte', () => ({ settings: { lang: 'en', locale: 'en-GB' } }));

const counts = (stored: number, table = 'mobility'): ImportRun => ({
  id: '1',
  state: 'ready',
  dataset: {},
  report: { errors: 0, warnings: 0, files: [{ file: 'a.csv', table, read: stored, stored, refused: 0 }] },
});
const ready = { busy: false, dirty: false, phase: 'ready' as const, facts: { needs: [] } };
const name = { key: 'name', says: 'the name' };

test('a name that nobody confirmed stops the commit, and nothing does once it is confirmed', () => {
  expect(whyNot({ ...ready, facts: { needs: [name] } }, counts(6))).toMatch(/Confirm the name/);
  expect(whyNot(ready, counts(6))).toBe('');
});

test('a data set without rows is not committed', () => {
  expect(whyNot(ready, counts(0))).toMatch(/no rows/);
});

test('what nobody said is told as assumed', () => {
  const asked = [{ key: 'home_place', says: '' }, { key: 'as_of', says: '' }];
  expect(assumedOf(counts(6), asked)).toBe('Assumed: no home, a whole network; data as of the day of the import.');
  expect(assumedOf(counts(6), [name])).toBe('');
});

test('directions without a home are warned of, flows are not', () => {
  expect(lacksHome(counts(6))).toBe(true);
  expect(lacksHome(counts(6, 'flows'))).toBe(false);
  expect(lacksHome({ ...counts(6), dataset: { home_place: 'PT' } })).toBe(false);
});

test('what a commit does is one sentence', () => {
  const tables = [{ table: 'mobility', before: 10, after: 6, added: 6, removed: 10 }, { table: 'board', before: 2, after: 0 }];
  expect(sayChanges({ tables })).toBe('What changes on screen: adds 6 rows, removes 12 rows of 2 tables.');
  expect(sayChanges({ tables: [] })).toMatch(/no row/);
});
