import { expect, test } from 'vitest';
import { decidedNames } from './names';
import type { Decision } from './types';

const place = (value: string, target: string): Decision => ({ kind: 'place', value, target });

test('what was decided stays to be seen and changed once no name is unknown any more', () => {
  const told = [place('Avalon', 'ZZ')];
  expect(decidedNames(told, told, { places: [] })).toEqual(told);
});

test('a decision that was just taken back stays until it is checked', () => {
  expect(decidedNames([place('Avalon', 'ZZ')], [], {})).toEqual([place('Avalon', 'ZZ')]);
});

test('a name that is still unknown is not listed twice', () => {
  expect(decidedNames([], [place('Avalon', 'GB')], { places: [{ value: 'Avalon', count: 1 }] })).toEqual([]);
});
