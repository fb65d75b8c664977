import { expect, test } from 'vitest';
import { commitEn } from './commit.en';
import { commitZhHans } from './commit.zh-Hans';
import { commitZhHant } from './commit.zh-Hant';
import { pageEn } from './page.en';
import { pageZhHans } from './page.zh-Hans';
import { pageZhHant } from './page.zh-Hant';
import { workEn } from './work.en';
import { workZhHans } from './work.zh-Hans';
import { workZhHant } from './work.zh-Hant';

const names = (text: unknown): string[] => [...new Set([...JSON.stringify(text).matchAll(/\{([a-z]+)\}/g)].map(([, name]) => name ?? ''))].sort();
const en = { ...pageEn, ...workEn, ...commitEn };

test.each([
  ['zh-Hant', { ...pageZhHant, ...workZhHant, ...commitZhHant }],
  ['zh-Hans', { ...pageZhHans, ...workZhHans, ...commitZhHans }],
])('%s fills in what English fills in', (_, table) => {
  for (const key of Object.keys(en) as (keyof typeof en)[]) {
    // "All {n}" and the like: the number may be left unsaid where one form serves.
    expect(names(table[key]).filter((name) => name !== 'n'), key).toEqual(names(en[key]).filter((name) => name !== 'n'));
  }
});

test('no text is left in another script', () => {
  // Letters that only the other script writes.
  expect(JSON.stringify({ ...pageZhHans, ...workZhHans, ...commitZhHans })).not.toMatch(/[數據這個與為時間檢視讀項舊請選擇錯誤們檔匯]/);
  expect(JSON.stringify({ ...pageZhHant, ...workZhHant, ...commitZhHant })).not.toMatch(/[数据这与为时间检视读项旧请选择错误们档汇]/);
});
