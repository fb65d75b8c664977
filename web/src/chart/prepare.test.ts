import { describe, expect, it } from 'vitest';
import type { ChartPayload, JsonObject } from './payload';
import { prepare } from './prepare';
import { still } from './still';

function payload(option: JsonObject, rest: Partial<ChartPayload> = {}): ChartPayload {
  return { id: 'test', title: 'Test', kind: 'line', option, ...rest };
}

const options = { lang: 'en', animation: true } as const;
type Loose = Record<string, any>; // eslint-disable-line @typescript-eslint/no-explicit-any -- tests look anywhere into an option

describe('prepare', () => {
  it('sets formatters by path, in lists, in single components and in new objects', () => {
    const option: Loose = prepare(
      payload(
        { xAxis: { type: 'category' }, yAxis: [{ type: 'value' }], series: [{ type: 'bar' }] },
        {
          formatters: [
            { path: 'yAxis.0.axisLabel.formatter', id: 'int' },
            { path: 'xAxis.0.axisLabel.formatter', id: 'acadYear' },
            { path: 'series.0.label.formatter', id: 'compact' },
          ],
        },
      ),
      options,
    );
    expect(option['yAxis'][0].axisLabel.formatter(1234)).toBe('1,234');
    expect(option['xAxis'].axisLabel.formatter('2017/2018')).toBe('2017/18');
    expect(option['series'][0].label.formatter({ value: 1234 })).toBe('1.2K');
  });

  it('finds the base of an option with media cases', () => {
    const option: Loose = prepare(
      payload(
        { baseOption: { yAxis: [{}], series: [] }, media: [{ query: { maxWidth: 500 }, option: { yAxis: [{}] } }] },
        {
          formatters: [
            { path: 'yAxis.0.axisLabel.formatter', id: 'int' },
            { path: 'media.0.option.yAxis.0.axisLabel.formatter', id: 'compact' },
          ],
        },
      ),
      options,
    );
    expect(option['baseOption'].yAxis[0].axisLabel.formatter(1e6)).toBe('1,000,000');
    expect(option['media'][0].option.yAxis[0].axisLabel.formatter(1e6)).toBe('1M');
    expect(option['baseOption'].textStyle.fontFamily).toContain('Source Sans 3');
    expect(option['baseOption'].animation).toBe(true);
  });

  it('leaves the payload as it was', () => {
    const source = payload({ geo: { map: 'meridian-world' }, series: [{ type: 'scatter', coordinateSystem: 'geo', data: [[114, 22, 5]] }] });
    const before = JSON.stringify(source);
    prepare(source, options);
    expect(JSON.stringify(source)).toBe(before);
  });

  it('takes the stack of the language, Latin first', () => {
    const family = (lang: 'zh-Hant' | 'zh-Hans') => (prepare(payload({}), { lang, animation: false }) as Loose)['textStyle'].fontFamily;
    expect(family('zh-Hans')).toMatch(/^'Source Sans 3', 'Noto Sans SC'/);
    expect(family('zh-Hant')).toMatch(/^'Source Sans 3', 'Noto Sans HK'/);
  });

  it('refuses a series type that is not bundled', () => {
    expect(() => prepare(payload({ series: [{ type: 'radar' }] }), options)).toThrow('unknown series type "radar"');
    expect(() => prepare(payload({ baseOption: {}, media: [{ option: { series: { type: 'gauge' } } }] }), options)).toThrow('"gauge"');
  });
});

describe('a still picture', () => {
  it('has no hover, no selection and no tooltip', () => {
    const option: Loose = still(prepare(payload({ tooltip: {}, series: [{ type: 'bar', emphasis: { focus: 'series' } }], geo: { map: 'meridian-world' } }), options));
    expect(option['tooltip']).toBeUndefined();
    expect(option['series'][0].emphasis.disabled).toBe(true);
    expect(option['geo'].select.disabled).toBe(true);
  });
});
