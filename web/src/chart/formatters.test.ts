import { describe, expect, it } from 'vitest';
import { acadYear, formatter, formatterIds, locales, numberIn } from './formatters';
import type { Language } from './payload';

const languages: Language[] = ['en', 'zh-Hant', 'zh-Hans'];
const numbers = [
  0, 0.4, 0.5, 1, 5, 9.94, 9.96, 12.34, 99.5, 999, 999.4, 999.5, 1000, 1234, 1250, 9949, 9950, 9999.6, 12345, 99999, 123456, 999499,
  999500, 1234567, 12345678, 99999999, 123456789, 1234567890, 1.2e12, -3, -1234.5, -0.2, -56789,
];

/** Intl writes a hyphen where we write the minus sign. */
const minus = (text: string) => text.replace('-', '−').replace(/^−0$/, '0');

describe('numbers are written as Intl writes them', () => {
  for (const lang of languages) {
    it(`int in ${lang}`, () => {
      const intl = new Intl.NumberFormat(locales[lang], { maximumFractionDigits: 0 });
      for (const value of numbers) expect(formatter('int', lang)(value)).toBe(minus(intl.format(value)));
    });

    it(`dec1 in ${lang}`, () => {
      const intl = new Intl.NumberFormat(locales[lang], { maximumFractionDigits: 1 });
      for (const value of numbers) expect(formatter('dec1', lang)(value)).toBe(minus(intl.format(value)));
    });

    it(`compact in ${lang}`, () => {
      // Intl abbreviates in English for Hong Kong's Chinese; Chinese readers count in 萬.
      const locale = lang === 'zh-Hant' ? 'zh-Hant-TW' : locales[lang];
      const intl = new Intl.NumberFormat(locale, { notation: 'compact' });
      for (const value of numbers) expect(`${value}: ${formatter('compact', lang)(value)}`).toBe(`${value}: ${minus(intl.format(value))}`);
    });

    it(`pct1 and pct0 in ${lang}`, () => {
      const space = lang === 'en' ? '\u00a0%' : '%';
      for (const share of [0, 0.123, 0.1235, 0.5, 0.38449, 1, 1.2, -0.071]) {
        for (const digits of [0, 1]) {
          const intl = new Intl.NumberFormat(locales[lang], { style: 'percent', maximumFractionDigits: digits });
          expect(formatter(`pct${digits}`, lang)(share)).toBe(minus(intl.format(share)).replace('%', space));
        }
      }
    });
  }
});

describe('the other formats', () => {
  it('signs', () => {
    const signed = formatter('signed', 'en');
    expect([12, -3, 0, 0.2, -0.4, 1234].map((value) => signed(value))).toEqual(['+12', '−3', '0', '0', '0', '+1,234']);
    expect(formatter('abs', 'en')(-1234)).toBe('1,234');
  });

  it('money', () => {
    expect(formatter('hkd', 'en')(1_250_000)).toBe('HK$1.3M');
    expect(formatter('hkd', 'zh-Hant')(1_250_000)).toBe('HK$125萬');
  });

  it('academic years', () => {
    expect(acadYear('2017/2018')).toBe('2017/18');
    expect(acadYear('2017/18')).toBe('2017/18');
    expect(formatter('acadYear', 'zh-Hans')('1999/2000')).toBe('1999/00');
  });

  it('names: a title before a code', () => {
    const name = formatter('name', 'en');
    expect(name({ name: 'CN', data: { name: 'CN', title: 'Mainland' } })).toBe('Mainland');
    expect(name({ name: 'HK', data: [1, 2] })).toBe('HK');
    expect(name('Europe')).toBe('Europe');
  });

  it('no number', () => {
    for (const value of [null, undefined, '', 'x', NaN, {}, []]) expect(formatter('int', 'en')(value)).toBe('–');
  });

  it('the number in what ECharts passes', () => {
    expect(numberIn({ value: 7 })).toBe(7);
    expect(numberIn({ value: [2, 3, 41], encode: { x: [0], y: [1], value: [2] } })).toBe(41);
    expect(numberIn({ value: ['2017/2018', 12], encode: { x: [0], y: [1] } })).toBe(12);
    expect(numberIn([1, 2, 9])).toBe(9);
  });

  it('an unknown name is refused', () => {
    expect(() => formatter('roman', 'en')).toThrow('unknown formatter "roman"');
    expect(formatterIds()).toContain('acadYear');
  });
});
