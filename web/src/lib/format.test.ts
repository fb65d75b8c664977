import { expect, test } from 'vitest';
import type { Column } from '../chart/payload';
import { formatCell, formatDate, sortRows, splitEmphasis, splitQualifier, splitSlots } from './format';

const column = (type: string, unit = ''): Column => ({ name: 'x', label: 'X', type, unit });

test.each([
  ['2018-08-31', 'en-HK', '31 August 2018'],
  ['2018-08-31', 'zh-Hant-HK', '2018年8月31日'],
  ['2015-05', 'en-HK', 'May 2015'],
  ['1995', 'zh-Hans-HK', '1995'],
  [undefined, 'en-HK', ''],
])('the date %s reads in %s as %s', (text, locale, said) => expect(formatDate(text, locale)).toBe(said));

test.each([
  [1234, column('int'), '1,234'],
  [12.34, column('float'), '12.3'],
  [6519605.8, column('float', 'people'), '6,519,606'],
  [0.341, column('percent'), '34.1\u00a0%'],
  ['2017/2018', column('year'), '2017/18'],
  [null, column('int'), '–'],
  ['Japan', column('string'), 'Japan'],
  [true, column('bool'), '✓'],
])('the cell %s reads %s', (value, kind, said) => expect(formatCell(value, kind, 'en')).toBe(said));

test('rows sort by size or by name, and empty cells stand last either way', () => {
  const rows = [['b', 2], ['a', null], ['c', 10]];
  expect(sortRows(rows, 1, true, 'en-HK').map(([name]) => name)).toEqual(['c', 'b', 'a']);
  expect(sortRows(rows, 1, false, 'en-HK').map(([name]) => name)).toEqual(['b', 'c', 'a']);
  expect(sortRows(rows, 0, false, 'en-HK').map(([name]) => name)).toEqual(['a', 'b', 'c']);
  expect(rows[0]).toEqual(['b', 2]);
});

test('names with numbers sort by the number', () => {
  const rows = [['Partner 10'], ['Partner 9']];
  expect(sortRows(rows, 0, false, 'en-HK')[0]).toEqual(['Partner 9']);
});

test('a title is cut at its finding, and left whole where it has none', () => {
  expect(splitEmphasis('Exchange grew by 38 % since 2010', '38 %')).toEqual(['Exchange grew by ', '38 %', ' since 2010']);
  expect(splitEmphasis('Exchange', undefined)).toEqual(['Exchange', '', '']);
  expect(splitEmphasis('Exchange', 'nowhere')).toEqual(['Exchange', '', '']);
});

test('a sentence keeps the order of its language', () => {
  expect(splitSlots('顯示[years]學年的[type]').map((part) => part.slot || part.text)).toEqual(['顯示', 'years', '學年的', 'type']);
});

test.each([
  ['just under 240', 'just under ', '240'],
  ['略低於 240', '略低於 ', '240'],
  ['≈350', '', '≈350'],
  ['1,100+', '', '1,100+'],
])('%s is words and a number', (display, words, number) => expect(splitQualifier(display)).toEqual([words, number]));
