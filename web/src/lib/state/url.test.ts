import { describe, expect, test } from 'vitest';
import { countFilters, filterQuery, formatAddress, noFilters, parseAddress, toggled } from './url';

const parse = (text: string) => parseAddress(new URL(text, 'http://meridian.test'));

describe('the address', () => {
  test('holds the page, the filters, the language and the theme', () => {
    const address = parse('/mobility?from=2012/2013&to=2017/18&region=europe,oceania&place=JP&lang=zh-Hant&theme=dark');
    expect(address.path).toBe('/mobility');
    expect(address.filters).toEqual({ ...noFilters(), from: '2012/2013', to: '2017/2018', region: ['europe', 'oceania'], place: ['JP'] });
    expect([address.lang, address.theme]).toEqual(['zh-Hant', 'dark']);
  });

  test.each(['/', '/mobility?region=europe#chart-mobility-trend', '/mainland?type=joint-research', '/data?import=a1-B_2&lang=en', '/?explain=kpi:projects', '/mobility?region=europe&explain=mobility-trend&at=academic_year_id:2017/2018%3Bdirection:outbound&column=participants&lang=en', '/collaboration?from=2010/2011&place=DE,US&direction=outbound&lang=en'])(
    'written again, %s is the same',
    (text) => expect(formatAddress(parse(text))).toBe(text),
  );

  test('puts ids in order and once each, so that equal filters are equal addresses', () => {
    expect(formatAddress(parse('/?place=US,DE,US&place=JP'))).toBe('/?place=DE,JP,US');
  });

  test('turns a range that runs backwards', () => {
    const { from, to } = parse('/?from=2017/2018&to=2011/2012').filters;
    expect([from, to]).toEqual(['2011/2012', '2017/2018']);
  });

  test.each(['from=soon', 'from=2012/2019', 'from=2017/00', 'from=2017/2017', 'place=<b>', 'lang=fr', 'theme=pink', 'utm_source=mail', 'import=a1'])('drops %s, which cannot be meant', (query) => {
    expect(formatAddress(parse(`/?${query}`))).toBe('/');
  });

  test.each([['2017/18', '2017/2018'], ['2017-18', '2017/2018'], ['1999/00', '1999/2000'], ['1999/2000', '1999/2000'], ['2018', '2018']])(
    'reads the year %s as the server does',
    (text, year) => expect(parse(`/?from=${text}`).filters.from).toBe(year),
  );

  test('leads to a chart, and to nothing else on the page', () => {
    expect(parse('/mobility#chart-mobility-trend').chart).toBe('mobility-trend');
    expect(parse('/mobility#content').chart).toBe('');
  });

  test('names the number that is explained, and drops a name that cannot be one', () => {
    expect(parse('/?explain=mobility-trend&at=direction:outbound;place:C%C3%B4te%20d%E2%80%99Ivoire&column=participants').explain).toEqual({
      subject: 'mobility-trend',
      at: 'direction:outbound;place:Côte d’Ivoire',
      column: 'participants',
    });
    expect(parse('/?explain=<b>&at=a:b').explain).toBeNull();
    expect(parse('/?explain=mobility-trend&at=nonsense&column=a b').explain).toEqual({ subject: 'mobility-trend', at: '', column: '' });
    expect(formatAddress(parse('/?at=a:b&column=c'))).toBe('/');
  });

  test('does not tell a page from the same with a slash', () => expect(parse('/mobility/').path).toBe('/mobility'));
});

test('a chart is asked only for the filters it honours', () => {
  const { filters } = parse('/?from=2012/2013&faculty=FB&place=JP');
  expect(filterQuery(filters, ['from', 'place'])).toEqual([['from', '2012/2013'], ['place', 'JP']]);
});

test('a value is added once and taken out again', () => {
  expect(toggled(['US'], 'DE')).toEqual(['DE', 'US']);
  expect(toggled(['DE', 'US'], 'DE')).toEqual(['US']);
});

test('a range of years is one filter', () => {
  expect(countFilters(parse('/?from=2012/2013&to=2013/2014&place=JP,US').filters)).toBe(2);
});
