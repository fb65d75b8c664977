import { expect, test } from 'vitest';
import { routeOf, routes } from './router';

test('the pages of the navigation, in their order', () => {
  expect(routes.map((route) => route.path)).toEqual(['/', '/collaboration', '/mobility', '/alliances', '/mainland', '/board', '/data']);
});

test('an address leads to its page or to none', () => {
  expect(routeOf('/mobility')?.subject).toBe('mobility');
  expect(routeOf('/mobility/x')).toBeNull();
});
