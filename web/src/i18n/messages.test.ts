import { expect, test } from 'vitest';
import { en } from './en';
import { fill } from './messages';
import { zhHans } from './zh-Hans';
import { zhHant } from './zh-Hant';

const names = (text: unknown): string[] => [...JSON.stringify(text).matchAll(/[{[]([a-z]+)[}\]]/g)].map(([, name]) => name ?? '').sort();

test.each([['zh-Hant', zhHant], ['zh-Hans', zhHans]])('%s fills in what English fills in', (_, table) => {
  for (const key of Object.keys(en) as (keyof typeof en)[]) {
    const [mine, theirs] = [new Set(names(table[key])), new Set(names(en[key]))];
    expect([...mine], key).toEqual([...theirs]);
  }
});

test('numbers are written and counted by the language', () => {
  const rows = { one: '{n} row', other: '{n} rows' };
  expect(fill(rows, { n: 1 }, 'en-HK')).toBe('1 row');
  expect(fill(rows, { n: 1234 }, 'en-HK')).toBe('1,234 rows');
  expect(fill({ other: '{n} 列' }, { n: 1 }, 'zh-Hant-HK')).toBe('1 列');
});
