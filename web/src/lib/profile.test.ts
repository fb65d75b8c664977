import { expect, test } from 'vitest';
import { folded, nextSort, pagesOffered } from './profile';
import { listingOf, listingQuery, noListing } from './state/listing';

test('the pages beside the one shown are offered, and gaps between', () => {
  expect(pagesOffered(1, 1)).toEqual([1]);
  expect(pagesOffered(1, 15)).toEqual([1, 2, 0, 15]);
  expect(pagesOffered(7, 15)).toEqual([1, 0, 6, 7, 8, 0, 15]);
  expect(pagesOffered(15, 15)).toEqual([1, 0, 14, 15]);
});

test('a column is sorted by its largest number or first letter, then the other way', () => {
  expect(nextSort('', 'projects', true)).toBe('-projects');
  expect(nextSort('-projects', 'projects', true)).toBe('projects');
  expect(nextSort('name', 'name', false)).toBe('-name');
});

test('names are found without accents and capitals', () => {
  expect(folded('Université')).toBe('universite');
});

test('a list is read from the address and written to it the same', () => {
  const listing = { q: 'hong kong', state: 'expiring', within: '90', sort: '-ends', page: 3 } as const;
  expect(listingOf('/partners', new URLSearchParams(listingQuery(listing)))).toEqual(listing);
  expect(listingQuery(noListing())).toEqual([]);
});

test('what a list cannot mean is dropped', () => {
  expect(listingOf('/partners', new URLSearchParams('state=asleep&sort=1;2&page=0'))).toEqual(noListing());
  expect(listingOf('/mobility', new URLSearchParams('q=x'))).toEqual(noListing());
});
