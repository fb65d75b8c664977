import type { Feature, FeatureCollection } from 'geojson';
import { frameOf, inFrame, meridianOf, project, type Point } from './projection';

/** The feature's name; options give it its colour. */
export const meridianName = 'meridian';

/** How far a meridian runs on a map of the world, as far as its graticule. */
const [southEnd, northEnd] = [-60, 84];

/** Degrees between two points of the line. */
const step = 2;

/**
 * A map's features with the meridian that its name asks for. The line lies over
 * the land and under the other lines; where it misses the map's frame there is none.
 */
export function withMeridian(name: string, map: FeatureCollection): FeatureCollection {
  const lng = meridianOf(name);
  const line = lng === undefined ? [] : meridian(name, lng);
  if (line.length < 2) return map;
  const feature: Feature = { type: 'Feature', id: meridianName, properties: { name: meridianName }, geometry: { type: 'LineString', coordinates: line } };
  const at = map.features.findIndex(({ properties }) => properties?.['name'] === 'CN-SCS');
  const features = [...map.features];
  features.splice(at < 0 ? features.length : at, 0, feature);
  return { ...map, features };
}

/** The points of a meridian on a map's plane, from the south to the north, as far as they are within its frame. */
function meridian(name: string, lng: number): Point[] {
  const [south, north] = frameOf(name) ? [-80, 90] : [southEnd, northEnd];
  const line: Point[] = [];
  for (let lat = south; lat <= north; lat += step) {
    const here = inFrame(name, project(name, [lng, lat]));
    const before = lat > south && inFrame(name, project(name, [lng, lat - step]));
    if (here !== before && lat > south) line.push(edge(name, lng, here ? lat : lat - step, here ? lat - step : lat));
    if (here) line.push(project(name, [lng, lat]));
  }
  return line;
}

/** The point where a meridian meets the frame between a latitude within it and one beyond. */
function edge(name: string, lng: number, within: number, beyond: number): Point {
  for (let i = 0; i < 20; i++) {
    const middle = (within + beyond) / 2;
    if (inFrame(name, project(name, [lng, middle]))) within = middle;
    else beyond = middle;
  }
  return project(name, [lng, within]);
}
