import { readFileSync } from 'node:fs';
import { feature } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';
import { describe, expect, it } from 'vitest';
import { frameOf, inFrame, mapNames, project, projection, type MapName } from '../src/chart/projection';
import { box, doubleArea, inRing, polygons } from './ring.mjs';

type Ring = [number, number][];
interface Area {
  id: string;
  polygons: Ring[][];
}

function read(name: MapName) {
  const file = JSON.parse(readFileSync(new URL(`../../data/geo/${name}.json`, import.meta.url), 'utf8')) as Topology<
    Record<string, GeometryCollection>
  >;
  const features = Object.values(file.objects).flatMap((object) => feature(file, object).features);
  const areas: Area[] = features
    .map((item) => ({ id: String(item.id), polygons: polygons(item.geometry) as Ring[][] }))
    .filter((item) => item.polygons.length > 0);
  return { features, areas };
}

/** The codes of the areas that hold a point given in degrees. */
function owners(name: MapName, lng: number, lat: number): string[] {
  const point = project(name, [lng, lat]);
  const inside = ([outer, ...holes]: Ring[]) => inRing(outer, point) && !holes.some((hole) => inRing(hole, point));
  return maps[name].areas.filter((item) => item.polygons.some(inside)).map((item) => item.id);
}

const maps = Object.fromEntries(mapNames.map((name) => [name, read(name)])) as Record<MapName, ReturnType<typeof read>>;

const worlds = ['meridian-world', 'meridian-atlantic'] as const;

const world: [string, number, number, string][] = [
  ['Crimea', 34.1, 45.2, 'UA'],
  ['Western Sahara', -13, 24.5, 'EH'],
  ['Taiwan', 121, 23.8, 'TW'],
  ['Tawang', 92.4, 27.6, 'CN'],
  ['Lower Dibang valley', 95.5, 28.4, 'CN'],
  ['Aksai Chin', 79.4, 35.2, 'CN'],
  ['Kashmir valley', 74.8, 34.0, 'IN'],
  ['Gilgit', 74.3, 35.9, 'PK'],
  ['Siachen', 77.1, 35.5, 'X-SIACHEN'],
  ['Kosovo', 21, 42.6, 'XK'],
  ['Golan', 35.78, 33.0, 'SY'],
  ['Galilee', 35.3, 32.8, 'IL'],
  ['West Bank', 35.25, 32.1, 'PS'],
  ['Hong Kong', 114.15, 22.38, 'HK'],
  ['Shenzhen', 114.05, 22.65, 'CN'],
  ['Singapore', 103.82, 1.36, 'SG'],
  ['Viti Levu', 178, -17.8, 'FJ'],
  ['Taveuni, on the other side of 180°', -179.95, -16.8, 'FJ'],
  ['Chukotka beyond 180°', -173, 66.5, 'RU'],
  ['Northern Cyprus', 33.5, 35.28, 'CY'],
  ['Somaliland', 44.5, 9.6, 'SO'],
  ['Hainan', 109.8, 19.2, 'CN'],
  ['East Greenland, across the cut', -28, 75, 'GL'],
  ['West Greenland', -50, 68, 'GL'],
  ['Iceland', -18, 65, 'IS'],
  ['Recife', -35.2, -8.2, 'BR'],
  ['French Guiana', -53, 4, 'GF'],
  ['Svalbard', 16, 78.7, 'SJ'],
  ['Alaska', -150, 65, 'US'],
  ['Baffin Island, across from Greenland', -71, 68, 'CA'],
  ['Ellesmere Island', -79, 79, 'CA'],
  ['Cape Dezhnev, the east of Chukotka', -170.2, 66.2, 'RU'],
  ['Cape Prince of Wales, the west of Alaska', -166.5, 65.5, 'US'],
  ['Savaii, Samoa', -172.45, -13.6, 'WS'],
  ['Hawaii', -155.5, 19.6, 'US'],
];

const china: [string, number, number, string][] = [
  ['Guangzhou', 113.3, 23.2, 'CN-GD'],
  ['Chongqing', 107.5, 29.9, 'CN-CQ'],
  ["Xi'an, Shaanxi", 108.9, 34.3, 'CN-SN'],
  ['Taiyuan, Shanxi', 112.5, 37.8, 'CN-SX'],
  ['Hainan', 109.8, 19.2, 'CN-HI'],
  ['Tawang', 92.4, 27.6, 'CN-XZ'],
  ['Aksai Chin', 79.4, 35.2, 'CN-XJ'],
  ['Beijing', 116.4, 40, 'CN-BJ'],
  ['Shanghai', 121.4, 31.15, 'CN-SH'],
  ['Hangzhou', 120.1, 30.2, 'CN-ZJ'],
  ['Yinchuan, Ningxia', 106.2, 38.5, 'CN-NX'],
  ['Hong Kong', 114.15, 22.38, 'HK'],
  ['Taiwan', 121, 23.8, 'TW'],
];

describe('who owns a point', () => {
  it.each(world)('world: %s', (_, lng, lat, code) => {
    for (const name of worlds) expect(owners(name, lng, lat), name).toEqual([code]);
  });
  it.each(china)('China: %s', (_, lng, lat, code) => expect(owners('meridian-china', lng, lat)).toEqual([code]));

  it('Macao is on all maps of China', () => {
    for (const name of [...worlds, 'meridian-belt-road', 'meridian-china'] as const) {
      const macao = maps[name].areas.find((item) => item.id === 'MO');
      const [west, south, east, north] = box(macao?.polygons[0]?.[0]);
      const [x, y] = project(name, [113.55, 22.16]);
      expect(Math.hypot(x - (west + east) / 2, y - (south + north) / 2), name).toBeLessThan(6);
    }
  });

  it('the sea belongs to nobody', () => {
    for (const [lng, lat] of [[-30, 30], [160, 20], [80, -20], [-179.9, 40], [51, 42]] as const) {
      for (const name of worlds) expect(owners(name, lng, lat), name).toEqual([]);
    }
  });

  it('the Belt and Road view agrees with the world', () => {
    for (const [place, lng, lat, code] of world) {
      if (!inFrame('meridian-belt-road', project('meridian-belt-road', [lng, lat]))) continue;
      expect(owners('meridian-belt-road', lng, lat), place).toEqual([code]);
    }
  });
});

describe('geometry', () => {
  it.each(mapNames)('%s: rings are closed and turn the right way, and nothing streaks across', (name) => {
    const frame = frameOf(name);
    for (const { id, polygons: shapes } of maps[name].areas) {
      for (const [at, ring] of shapes.flatMap((rings) => rings.map((ring, i) => [i, ring] as const))) {
        expect(ring[0], id).toEqual(ring[ring.length - 1]);
        expect(Math.sign(doubleArea(ring)), `${id}: ring ${at}`).toBe(at === 0 ? 1 : -1);
        const steps = ring.slice(1).map(([x, y], i) => Math.hypot(x - (ring[i]?.[0] ?? 0), y - (ring[i]?.[1] ?? 0)));
        // Along its frame a clipped map has long straight edges; elsewhere an edge that long is a streak.
        if (!frame) expect(Math.max(...steps), `${id}: longest edge in km`).toBeLessThan(2200);
      }
    }
  });

  it.each(mapNames)('%s: everything lies within the frame', (name) => {
    const frame = frameOf(name);
    if (!frame) return;
    const [west, south, east, north] = frame;
    for (const { id, polygons: shapes } of maps[name].areas) {
      const [w, s, e, n] = box(shapes.flat(2));
      expect(w >= west - 1 && s >= south - 1 && e <= east + 1 && n <= north + 1, id).toBe(true);
    }
  });

  it('the dashes of the South China Sea are drawn: ten on the inset, two beside the main map of China', () => {
    const dashes = (name: MapName) => {
      const { geometry } = maps[name].features.find((item) => item.id === 'CN-SCS') ?? {};
      return geometry?.type === 'MultiLineString' ? geometry.coordinates.length : 0;
    };
    expect(mapNames.map(dashes)).toEqual([10, 10, 10, 2, 10]);
  });

  it('every map but the inset has a graticule', () => {
    for (const name of mapNames) {
      expect(maps[name].features.some((item) => item.id === 'graticule'), name).toBe(name !== 'meridian-scs');
    }
  });
});

describe('projection', () => {
  it('knows the five maps and no other', () => {
    expect(mapNames).toEqual(['meridian-world', 'meridian-atlantic', 'meridian-belt-road', 'meridian-china', 'meridian-scs']);
    expect(projection('china')).toBeUndefined();
    expect(() => project('china', [0, 0])).toThrow('unknown map "china"');
  });

  it('puts the centre in the middle and keeps both sides of 180° together', () => {
    expect(project('meridian-world', [150, 0])).toEqual([0, 0]);
    const [west] = project('meridian-world', [179.99, 0]);
    const [east] = project('meridian-world', [-179.99, 0]);
    expect(east - west).toBeGreaterThan(0);
    expect(east - west).toBeLessThan(3);
  });

  it('shows nothing beyond the frame', () => {
    expect(projection('meridian-china')?.([-74, 40.7])).toBeNull();
    expect(projection('meridian-world')?.([-74, 40.7])).not.toBeNull();
  });

  it('the Atlantic map has Europe, Africa and the Americas in one piece', () => {
    expect(project('meridian-atlantic', [11, 0])).toEqual([0, 0]);
    const x = (lng: number, lat: number) => project('meridian-atlantic', [lng, lat])[0];
    const westward = [x(-166, 65), x(-118, 34), x(-58, -34), x(-9, 39), x(18, -34), x(77, 28), x(114, 22), x(151, -34), x(179, -17)];
    expect(westward).toEqual([...westward].sort((a, b) => a - b));
  });
});
