import { noListing } from './state/listing';
import { afterEach, expect, test, vi } from 'vitest';
import { atOf, getExplanation, pagedAt, withParameters, type UsedFacts } from './explained';
import { formatAddress, noFilters, parseAddress } from './state/url';

const columns = [
  { name: 'academic_year_id', label: 'Academic year', type: 'year', dimension: 'year' },
  { name: 'direction', label: 'Direction', type: 'string', dimension: 'direction', hidden: true },
  { name: 'kind', label: 'Kind', type: 'string' },
  { name: 'participants', label: 'Participants', type: 'int' },
];
const rows = [
  ['2016/2017', 'outbound', 'study', 10],
  ['2017/2018', 'outbound', 'study', 12],
  ['2017/2018', 'inbound', 'study', 12],
  ['2017/2018', 'inbound', 'work', 7],
];

afterEach(() => vi.unstubAllGlobals());

test('a row is named by what it can be filtered by, where that is one row', () => {
  expect(atOf(columns, rows, 1)).toBe('academic_year_id:2017/2018;direction:outbound');
});

test('a row that shares them is named by its other words as well', () => {
  expect(atOf(columns, rows, 3)).toBe('academic_year_id:2017/2018;direction:inbound;kind:work');
});

test('a row that words cannot tell from another, or that is not there, has no name', () => {
  expect(atOf(columns, [...rows, ['2017/2018', 'inbound', 'work', 9]], 3)).toBe('');
  expect(atOf(columns, rows, 9)).toBe('');
});

test('a named row survives the address', () => {
  const explain = { subject: 'mobility-trend', at: atOf(columns, rows, 3), column: 'participants' };
  const address = { path: '/mobility', filters: noFilters(), lang: null, theme: null, chart: '', run: '', since: '', listing: noListing(), explain };
  expect(parseAddress(new URL(formatAddress(address), 'http://meridian.test')).explain).toEqual(explain);
});

test('a key figure is asked for as one, a chart by its row, with the filters and the page of rows', async () => {
  const asked: string[] = [];
  vi.stubGlobal('fetch', async (url: string) => {
    asked.push(decodeURIComponent(url));
    return new Response(JSON.stringify({}), { status: 200 });
  });
  const { signal } = new AbortController();
  await getExplanation({ subject: 'kpi:projects', at: '', column: '' }, [['region', 'europe']], 'en', [], signal);
  await getExplanation({ subject: 'mobility-trend', at: 'a:b;c:d', column: 'n' }, [], 'zh-Hant', [0, 40], signal);
  expect(asked).toEqual(['/api/v1/explain?kpi=projects&region=europe&lang=en', '/api/v1/explain?chart=mobility-trend&at=a:b;c:d&column=n&lang=zh-Hant&offset=0,40']);
});

test('a copied query says what it was asked with, as SQL writes it', () => {
  const text = withParameters('select 1\n', { from: null, place: ['DE', "O'Neill"], limit: 20 });
  expect(text).toBe("-- $from = NULL\n-- $place = ['DE', 'O''Neill']\n-- $limit = 20\nselect 1\n");
});

test('one kind of facts is paged and the others stay where they are', () => {
  const facts = (fact: string, rows: number, offset: number): UsedFacts => ({ fact, label: fact, rows, sum: null, columns: [], sample: [], offset, next: null });
  const used = [facts('mobility', 230, 220), facts('mobility-2', 249, 220)];
  expect(pagedAt(used, 'mobility-2', 240)).toEqual([220, 240]);
});
