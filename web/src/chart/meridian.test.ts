import type { FeatureCollection, LineString } from 'geojson';
import { describe, expect, it } from 'vitest';
import { withMeridian } from './meridian';
import { fileOf, frameOf, inFrame, meridianOf, project, projection } from './projection';

const line = (name: string): number[][] => {
  const { features } = withMeridian(name, { type: 'FeatureCollection', features: [] });
  return (features[0]?.geometry as LineString | undefined)?.coordinates ?? [];
};

describe('a meridian', () => {
  it('is asked for in a map\'s name', () => {
    expect(['meridian-world@114.18', 'meridian-world@-9.16', 'meridian-world@0', 'meridian-world'].map(meridianOf)).toEqual([114.18, -9.16, 0, undefined]);
    expect(['meridian-world@x', 'meridian-world@', 'meridian-world@900'].map(meridianOf)).toEqual([undefined, undefined, undefined]);
    expect(fileOf('meridian-world@114.18')).toBe('meridian-world');
    expect(projection('meridian-china@114.18')?.([114, 30])).toEqual(project('meridian-china', [114, 30]));
    expect(projection('atlantis@3')).toBeUndefined();
  });

  it('runs over the home on every map that shows it', () => {
    for (const [map, lng, lat] of [['meridian-world', 114.18, 22.3], ['meridian-atlantic', -9.16, 38.7], ['meridian-belt-road', 114.18, 22.3], ['meridian-china', 114.18, 22.3]] as const) {
      const home = project(map, [lng, lat]);
      const points = line(`${map}@${lng}`);
      const nearest = Math.min(...points.slice(1).map((b, i) => distance(home, points[i] as number[], b)));
      expect(nearest, map).toBeLessThan(4);
    }
  });

  it('ends at the frame, and is not there beyond it', () => {
    const [, south, , north] = frameOf('meridian-china') ?? [0, 0, 0, 0];
    const points = line('meridian-china@114.18');
    expect(points.every(([x = 0, y = 0]) => inFrame('meridian-china', [x, y]))).toBe(true);
    expect(points[0]?.[1]).toBeCloseTo(south, 0);
    expect(points[points.length - 1]?.[1]).toBeCloseTo(north, 0);
    expect(line('meridian-china@-9.16')).toEqual([]);
  });

  it('lies under the dashes and over the land; a map that asks for none has none', () => {
    const feature = (name: string) => ({ type: 'Feature' as const, properties: { name }, geometry: { type: 'LineString' as const, coordinates: [] } });
    const map: FeatureCollection = { type: 'FeatureCollection', features: ['graticule', 'CN', 'CN-SCS', 'frame'].map(feature) };
    const names = (name: string) => withMeridian(name, map).features.map((item) => item.properties?.['name'] as string);
    expect(names('meridian-world@0')).toEqual(['graticule', 'CN', 'meridian', 'CN-SCS', 'frame']);
    expect(names('meridian-world')).toEqual(['graticule', 'CN', 'CN-SCS', 'frame']);
  });
});

function distance([x = 0, y = 0]: readonly number[], [ax = 0, ay = 0]: number[], [bx = 0, by = 0]: number[]): number {
  const [dx, dy] = [bx - ax, by - ay];
  const along = Math.max(0, Math.min(1, ((x - ax) * dx + (y - ay) * dy) / (dx * dx + dy * dy)));
  return Math.hypot(x - ax - along * dx, y - ay - along * dy);
}
