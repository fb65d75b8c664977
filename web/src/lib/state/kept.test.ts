import { expect, test } from 'vitest';
import { keep, readKept } from './kept';
import { viewsIn } from './view';

test('a browser that keeps nothing is no fault', () => {
  // There is no localStorage here, as in a window that refuses it.
  expect(readKept('views')).toBeNull();
  expect(keep('views', [])).toBe(false);
});

test('of what was kept only views are read, and none that leads to another host', () => {
  const good = { name: 'Europe', address: '/mobility?region=europe' };
  expect(viewsIn([good, { name: '', address: '/' }, { name: 'x', address: '//evil.example' }, { name: 'y', address: 'https://evil.example' }, null, 7])).toEqual([good]);
  expect(viewsIn({ name: 'Europe' })).toEqual([]);
});
