import type { FeatureCollection } from 'geojson';
import { expect, it } from 'vitest';
import { takeOutlines } from './outline';

const map: FeatureCollection = {
  type: 'FeatureCollection',
  features: [
    {
      type: 'Feature',
      id: 'A',
      properties: { name: 'A' },
      geometry: { type: 'MultiPolygon', coordinates: [[[[0, 0], [10, 0], [10, 10], [0, 10], [0, 0]], [[2, 2], [2, 4], [4, 2], [2, 2]]], [[[20, 5], [21.5, 5], [20, 6], [20, 5]]]] },
    },
    { type: 'Feature', id: 'line', properties: { name: 'line' }, geometry: { type: 'LineString', coordinates: [[0, -5], [3, 4]] } },
  ],
};

it('a region is registered as its box and written as it is', () => {
  const { boxes, outlines } = takeOutlines(map);
  expect(boxes.features[0]?.geometry).toEqual({ type: 'Polygon', coordinates: [[[0, 0], [21.5, 0], [21.5, 10], [0, 10], [0, 0]]] });
  expect(boxes.features[0]?.properties?.['cp']).toEqual([5, 5]);
  expect(outlines.get('A')?.data).toBe('M0 0l 10 0 0 10-10 0zM2 2l 0 2 2-2zM20 5l 1.5 0-1.5 1z');
});

it('a line stays a line', () => {
  const { boxes, outlines } = takeOutlines(map);
  expect(boxes.features[1]?.geometry).toEqual({ type: 'LineString', coordinates: [[0, -5], [3, 4]] });
  expect(outlines.get('line')?.data).toBe('M0 -5l 3 9');
});
