import { expect, test } from 'vitest';
import { memberOf, memberPath, routeOf, routes } from './router';

test('the pages of the navigation, in their order', () => {
  expect(routes.map((route) => route.path)).toEqual(['/', '/collaboration', '/mobility', '/alliances', '/mainland', '/places', '/partners', '/board', '/data']);
});

test('an address leads to its page or to none', () => {
  expect(routeOf('/mobility')?.subject).toBe('mobility');
  expect(routeOf('/mobility/x')).toBeNull();
});

test('one place or partner has a path of its own, whatever its id is written with', () => {
  expect(routeOf('/places/DE')?.subject).toBe('places');
  expect(routeOf('/places/DE/x')).toBeNull();
  expect(memberOf('/partners')).toBeNull();
  for (const id of ['xp-us-01', 'A  GRAZ01', 'https://ror.org/0030zas98', '香港']) {
    expect(memberOf(memberPath({ page: 'partners', id }))).toEqual({ page: 'partners', id });
  }
  expect(memberOf('/partners/%E0%A4')).toBeNull();
});
