import { expect, it, vi } from 'vitest';
import { measuring } from './measure';

it('a line is as high as its font is large, whichever letters the font has', () => {
  const measure = measuring(() => 7);
  expect(measure('国', "600 13px 'Source Sans 3', sans-serif").width).toBe(13);
  expect(measure('国').width).toBe(12);
});

it('counts Chinese letters and signs, and measures what stands between them', () => {
  const measure = measuring((text) => text.length * 5);
  expect(measure('日本、南韓', '10px a').width).toBe(50);
  expect(measure('2017/18 學年（1,100 人）', '10px a').width).toBe(8 * 5 + 3 * 10 + 6 * 5 + 2 * 10);
});

it('asks once for a text in a font', () => {
  const widthOf = vi.fn((text: string, font: string) => text.length * (font.includes('bold') ? 7 : 6));
  const measure = measuring(widthOf);
  expect([measure('Zürich', '12px a').width, measure('Zürich', '12px a').width, measure('Zürich', 'bold 12px a').width]).toEqual([36, 36, 42]);
  expect(widthOf).toHaveBeenCalledTimes(2);
});

it('knows every ASCII letter of a font once the font was met', () => {
  const widthOf = vi.fn(() => 6);
  const measure = measuring(widthOf);
  measure('国', '12px a');
  widthOf.mockClear();
  for (let code = 0; code < 128; code++) measure(String.fromCharCode(code), '12px a');
  expect(widthOf).not.toHaveBeenCalled();
});
