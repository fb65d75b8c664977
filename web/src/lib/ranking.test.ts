import { expect, test } from 'vitest';
import { rank } from './ranking';

const text = (name: string, hidden = false) => ({ name, label: name, type: 'string', hidden });
const count = (name: string) => ({ name, label: name, type: 'int' });

test('the list beside a map is its rows, largest first, and remembers which row is which', () => {
  const { lines } = rank([text('code', true), text('place'), count('partners')], [['DE', 'Germany', 3], ['CN', 'Chinese mainland', 350]]);
  expect(lines.map(({ label, total, row }) => [label, total, row])).toEqual([['Chinese mainland', 350, 1], ['Germany', 3, 0]]);
});

test('students out and in make one bar of two parts', () => {
  const { lines, parts } = rank([text('place'), count('participants'), count('outbound'), count('inbound')], [['Japan', 450, 200, 250]]);
  expect(parts.map((part) => part.name)).toEqual(['outbound', 'inbound']);
  expect(lines[0]?.parts).toEqual([200, 250]);
});

test('a place with several rows is listed once, without what is true of one row only', () => {
  const columns = [text('institution'), { ...text('country_code', true), dimension: 'place' }, text('place'), text('city'), count('members')];
  const { lines } = rank(columns, [['A', 'RU', 'Russia', 'Moscow', 5], ['B', 'RU', 'Russia', 'Irkutsk', 5], ['C', 'EG', 'Egypt', 'Cairo', 1]]);
  expect(lines.map(({ label, note, total }) => [label, note, total])).toEqual([['Russia', '', 5], ['Egypt', '', 1]]);
});

test('what is not stated stands after every place, however many', () => {
  const columns = [{ ...text('country_code', true), dimension: 'place' }, text('place'), count('incoming')];
  const { lines } = rank(columns, [['ZZ', 'Other or not stated', 900], ['US', 'United States', 50], ['GB', 'United Kingdom', 70]]);
  expect(lines.map(({ label, unstated }) => [label, unstated])).toEqual([['United Kingdom', false], ['United States', false], ['Other or not stated', true]]);
});

test('a table without a name or a number has no list', () => expect(rank([text('place')], [['Japan']]).lines).toEqual([]));
