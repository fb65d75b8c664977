import { describe, expect, it } from 'vitest';
import { mapsOf, projectGeo } from './geo';
import type { JsonObject } from './payload';
import { project } from './projection';

const hongKong: [number, number] = [114.18, 22.31];
const on = (map: string, series: JsonObject): JsonObject => ({ geo: { map }, series: [series] });
type Loose = Record<string, any>; // eslint-disable-line @typescript-eslint/no-explicit-any -- tests look anywhere into an option

function placed(option: JsonObject): Loose {
  projectGeo(option);
  return option;
}

describe('points on a map', () => {
  it('are put on its plane, and keep their values', () => {
    const option = placed(on('meridian-world', { type: 'scatter', coordinateSystem: 'geo', data: [{ name: 'HK', value: [...hongKong, 7] }, [...hongKong, 8]] }));
    const place = project('meridian-world', hongKong);
    expect(option['series'][0].data[0]).toEqual({ name: 'HK', value: [...place, 7] });
    expect(option['series'][0].data[1]).toEqual([...place, 8]);
  });

  it('routes too', () => {
    const option = placed(on('meridian-china', { type: 'lines', data: [{ coords: [hongKong, [116.4, 39.9]], row: 3 }] }));
    expect(option['series'][0].data[0]).toEqual({ coords: [project('meridian-china', hongKong), project('meridian-china', [116.4, 39.9])], row: 3 });
  });

  it('off the map have no place', () => {
    const option = placed(on('meridian-china', { type: 'scatter', coordinateSystem: 'geo', data: [[-74, 40.7, 5]] }));
    expect(option['series'][0].data[0]).toEqual(['-', '-', 5]);
  });

  it('follow the map of their own geo', () => {
    const option: JsonObject = {
      geo: [{ map: 'meridian-china' }, { map: 'meridian-scs' }],
      series: [{ type: 'scatter', coordinateSystem: 'geo', geoIndex: 1, data: [hongKong] }],
    };
    expect(placed(option)['series'][0].data[0]).toEqual(project('meridian-scs', hongKong));
  });

  it('of other coordinate systems stay', () => {
    const option = placed({ series: [{ type: 'scatter', data: [[1, 2]] }] });
    expect(option['series'][0].data[0]).toEqual([1, 2]);
  });

  it('on a map that does not exist are refused', () => {
    expect(() => projectGeo(on('atlantis', { type: 'scatter', coordinateSystem: 'geo', data: [[1, 2]] }))).toThrow('unknown map "atlantis"');
  });
});

it('the maps of an option are found in every part of it, each once', () => {
  const option: JsonObject = {
    baseOption: { geo: [{ map: 'meridian-china@114.18' }, { map: 'meridian-scs' }], series: [{ type: 'map', map: 'meridian-world' }, { type: 'map', geoIndex: 0 }] },
    media: [{ option: { geo: { map: 'meridian-scs' } } }],
  };
  expect(mapsOf(option)).toEqual(['meridian-china@114.18', 'meridian-scs', 'meridian-world']);
});

it('maps keep their shape', () => {
  expect(placed({ geo: { map: 'meridian-world' }, series: [{ type: 'map', map: 'meridian-world' }] })).toMatchObject({
    geo: { aspectScale: 1, preserveAspect: 'contain' },
    series: [{ aspectScale: 1, preserveAspect: 'contain' }],
  });
});
