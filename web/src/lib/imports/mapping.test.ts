import { expect, test } from 'vitest';
import { certaintyOf, columnOf, countInto, guessesOf, mappingOf, originOf, samples, shownColumns, takeColumn, takeConstant, takeNothing, translate, unusedColumns, withMapping } from './mapping';
import type { FileMapping, FormatTable, ImportFile } from './types';

const file: ImportFile = {
  name: 'students.csv',
  header: ['Jahr', 'Land', 'Richtung', 'participants', 'Notiz'],
  preview: { lines: [3, 4, 5], rows: [['2017/18', 'Japan', 'out', '3', ''], ['2017/18', ' Japan ', 'in', '4', ''], ['2016/17', 'Peru', 'out', '1', 'x']] },
};
const entry: FileMapping = { file: 'students.csv', table: 'mobility', columns: { academic_year_id: 'Jahr', direction: { column: 'Richtung', values: { out: 'outbound' } } } };
const table: FormatTable = {
  name: 'mobility',
  columns: [
    { name: 'academic_year_id', type: 'year', required: true },
    { name: 'direction', type: 'choice', required: true, values: ['outbound', 'inbound'] },
    { name: 'country_code', type: 'place' },
    { name: 'participants', type: 'int', required: true },
    { name: 'level', type: 'text' },
  ],
};

test('a column is found where it is mapped, in the short and the long form, and else by its name', () => {
  expect(columnOf(entry, file, 'academic_year_id')).toEqual({ column: 'Jahr' });
  expect(columnOf(entry, file, 'direction').values).toEqual({ out: 'outbound' });
  expect(columnOf(entry, file, 'participants')).toEqual({ column: 'participants' });
  expect(originOf(entry, file, 'country_code')).toBe('absent');
});

test('another column of theirs keeps what was said about the values, and is no longer left out', () => {
  const next = takeColumn({ ...entry, ignore: ['Land', 'Notiz'] }, file, 'direction', 'Land');
  expect(next.columns?.['direction']).toEqual({ column: 'Land', values: { out: 'outbound' } });
  expect(next.ignore).toEqual(['Notiz']);
});

test('a column that is not taken is not found again by its name', () => {
  const next = takeNothing(entry, file, 'participants');
  expect(originOf(next, file, 'participants')).toBe('absent');
  expect(next.ignore).toEqual(['participants']);
  expect(originOf(takeColumn(next, file, 'participants', 'participants'), file, 'participants')).toBe('column');
});

test('one value for every row and counted rows take the place of a column, and of each other', () => {
  const same = takeConstant(entry, 'participants', '1');
  expect(columnOf(same, file, 'participants')).toEqual({ constant: '1' });
  const counted = countInto(same, 'participants');
  expect([originOf(counted, file, 'participants'), counted.columns?.['participants']]).toEqual(['count', undefined]);
  const again = takeColumn(counted, file, 'participants', 'participants');
  expect([originOf(again, file, 'participants'), again.count_rows]).toEqual(['column', undefined]);
});

test('a value is translated, and is as it was when its meaning is taken away', () => {
  const said = translate(entry, file, 'direction', 'in', 'inbound');
  expect(columnOf(said, file, 'direction').values).toEqual({ out: 'outbound', in: 'inbound' });
  const unsaid = translate(translate(said, file, 'direction', 'in', ''), file, 'direction', 'out', '');
  expect(columnOf(unsaid, file, 'direction')).toEqual({ column: 'Richtung' });
});

test('a change of one file leaves the others, and what is not edited here, as they were', () => {
  const other: FileMapping = { file: 'other.csv', table: 'projects' };
  const totals = [{ table: 'mobility', column: 'participants', value: 8 }];
  const before = { id: 'x', totals, files: [other, entry] };
  const after = withMapping(before, file, { ...entry, table: 'flows' });
  expect(after.files).toEqual([other, { ...entry, table: 'flows' }]);
  expect(after['totals']).toBe(totals);
  expect(before.files[1]).toBe(entry);
});

test('a file in our own format has no entry until something of it is changed; sheets of a workbook are told apart', () => {
  const native: ImportFile = { name: 'mobility.csv', table: 'mobility', header: ['direction'] };
  expect(mappingOf({}, native)).toEqual({ file: 'mobility.csv', table: 'mobility' });
  expect(withMapping({}, native, takeConstant(mappingOf({}, native), 'level', 'UG')).files).toHaveLength(1);
  const sheets = [{ file: 'b.xlsx', sheet: 'One', table: 'flows' }, { file: 'b.xlsx', sheet: 'Two', table: 'projects' }];
  expect(mappingOf({ files: sheets }, { name: 'b.xlsx', sheet: 'Two' }).table).toBe('projects');
});

test('required and filled columns are shown first; theirs that fill none are listed', () => {
  expect(shownColumns(entry, file, table).map(({ name }) => name)).toEqual(['academic_year_id', 'direction', 'participants']);
  expect(unusedColumns(entry, file, table.columns)).toEqual(['Land', 'Notiz']);
  expect(samples(file, 'Land', 5)).toEqual(['Japan', 'Peru']);
});

test('how sure a guess is, is said in three steps', () => {
  const said = [1, 0.9, 0.7, 0.2].map((certainty) => certaintyOf({ file: '', says: '', certainty }));
  expect(said).toEqual(['high', 'high', 'middle', 'low']);
});

test('a guess stands beside its column until another is chosen, and those about the file beside its table', () => {
  const guesses = [
    { file: 'students.csv', says: 'a table of exchange', certainty: 0.9 },
    { file: 'students.csv', column: 'direction', from: 'Richtung', says: 'the name says so', certainty: 1 },
    { file: 'other.csv', column: 'direction', says: 'elsewhere', certainty: 1 },
  ];
  expect(guessesOf(guesses, file).map(({ says }) => says)).toEqual(['a table of exchange']);
  expect(guessesOf(guesses, file, 'direction', 'Richtung').map(({ says }) => says)).toEqual(['the name says so']);
  expect(guessesOf(guesses, file, 'direction', 'Land')).toEqual([]);
});
