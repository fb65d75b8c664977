import { expect, test } from 'vitest';
import { routeOf, routes } from './router';

test('there are six pages, each with an address of its own', () => {
  expect(routes.map((route) => route.path)).toEqual(['/', '/collaboration', '/mobility', '/alliances', '/mainland', '/data']);
});

test('an address leads to its page or to none', () => {
  expect(routeOf('/mobility')?.subject).toBe('mobility');
  expect(routeOf('/mobility/x')).toBeNull();
});
