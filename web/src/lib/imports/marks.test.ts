import { expect, test } from 'vitest';
import { gravest, isIn, marksOf } from './marks';
import type { FileMapping, ImportFile, ImportReport, Problem } from './types';

const file: ImportFile = { name: 'a.csv', header: ['Jahr', 'n'], preview: { lines: [2, 3], rows: [['2017', '4'], ['2018', 'x']] } };
const entry: FileMapping = { file: 'a.csv', table: 'flows', columns: { academic_year_id: 'Jahr', participants: 'n' } };
const problem = (row: number, column: string, reason = 'is no number'): Problem => ({ severity: 'error', file: 'a.csv', row, column, reason });
const report = (problems: Problem[]): ImportReport => ({ errors: 1, warnings: 0, problems });

test('a problem marks the very cell, whether the report names our column or theirs', () => {
  for (const column of ['participants', 'n']) {
    const marks = marksOf(file, entry, report([problem(3, column)]));
    expect([...(marks.get(3)?.keys() ?? [])]).toEqual([1]);
  }
});

test('a problem of a whole row, or of a column the file has not, marks the row', () => {
  expect([...(marksOf(file, entry, report([problem(2, '')])).get(2)?.keys() ?? [])]).toEqual([-1]);
  expect([...(marksOf(file, entry, report([problem(2, 'kind')])).get(2)?.keys() ?? [])]).toEqual([-1]);
});

test('what is outside the preview or in another file marks nothing', () => {
  const elsewhere = { ...problem(2, 'n'), file: 'b.csv' };
  expect(marksOf(file, entry, report([problem(99, 'n'), elsewhere])).size).toBe(0);
});

test('examples of a group mark cells where single problems are no longer listed, and nothing is marked twice', () => {
  const grouped: ImportReport = { ...report([problem(3, 'n')]), groups: [{ severity: 'error', file: 'a.csv', column: 'n', reason: 'is no number', count: 2, examples: [{ row: 2 }, { row: 3 }] }] };
  const marks = marksOf(file, entry, grouped);
  expect([marks.get(2)?.get(1)?.length, marks.get(3)?.get(1)?.length]).toEqual([1, 1]);
});

test('the gravest of several problems decides how a cell is marked', () => {
  const all = (['note', 'warning', 'error'] as const).map((severity) => ({ ...problem(2, 'n'), severity }));
  expect([gravest(all), gravest(all.slice(0, 2)), gravest(all.slice(0, 1))]).toEqual(['error', 'warning', 'note']);
});

test('a sheet is told from another sheet of its workbook', () => {
  const sheet: ImportFile = { name: 'b.xlsx', sheet: 'One' };
  expect([isIn('b.xlsx', sheet), isIn('b.xlsx, sheet One', sheet), isIn('b.xlsx, sheet Two', sheet)]).toEqual([true, true, false]);
});
