import { expect, test } from 'vitest';
import { cutTitle } from './words';

const lines = (parts: [string, string, string], locale: string): string =>
  cutTitle(parts, locale).map(({ text, marked, breaks }) => `${breaks ? '|' : ''}${marked ? `<${text}>` : text}`).join('');

test('Chinese breaks between words and after marks, never before a mark', () => {
  expect(lines(['夥伴遍及 ', '39 個國家及地區', '，以中國內地為最多'], 'zh-Hant-HK')).toMatch(/及 <39 個>\|<國家>.*<地區>，\|以\|中國/);
});

test('the finding is marked whole, and its words are told apart', () => {
  const pieces = cutTitle(['每年新開展項目', '增長 114%', ''], 'zh-Hant-HK');
  expect(pieces.filter(({ marked }) => marked).map(({ text }) => text).join('')).toBe('增長 114%');
  expect(pieces[0]?.text).toBe('每年');
});

test('English is left to its spaces', () => {
  expect(lines(['Exchange has ', 'grown by 71 %', ' since 2010/11'], 'en-HK')).toBe('Exchange has <grown by 71 %> since 2010/11');
});
