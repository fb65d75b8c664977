/**
 * Map outlines for exported pictures. ECharts projects, copies and measures
 * every vertex of a map for every chart, most of the time a map takes to draw.
 * On the server each region is registered as its box alone; what the region
 * really looks like is written once, as path data on the map's plane, and put
 * in place of the box when the picture is written.
 */
import type { Feature, FeatureCollection, Geometry, Position } from 'geojson';
import type { ECharts } from './echarts';
import type { Replacement } from './svg';

/** What one region looks like on the plane. */
interface Outline {
  box: Box;
  data: string;
}

type Box = [west: number, south: number, east: number, north: number];

/** The outlines of one map by region name. */
export type Outlines = Map<string, Outline>;

/** Writes every region's outline, and leaves its box in the features. */
export function takeOutlines(map: FeatureCollection): { boxes: FeatureCollection; outlines: Outlines } {
  const outlines: Outlines = new Map();
  const features: Feature[] = [];
  for (const feature of map.features) {
    const rings = ringsOf(feature.geometry);
    const box = boxOf(rings);
    const closed = feature.geometry.type.endsWith('Polygon');
    const data = rings.map((ring) => pathData(ring, closed)).join('');
    outlines.set(String(feature.properties?.['name']), { box, data });
    features.push({
      ...feature,
      properties: { ...feature.properties, cp: feature.properties?.['cp'] ?? centre(rings) },
      geometry: standIn(box, closed),
    });
  }
  return { boxes: { ...map, features }, outlines };
}

function ringsOf(geometry: Geometry): Position[][] {
  switch (geometry.type) {
    case 'LineString':
      return [geometry.coordinates];
    case 'MultiLineString':
    case 'Polygon':
      return geometry.coordinates;
    case 'MultiPolygon':
      return geometry.coordinates.flat();
    default:
      return [];
  }
}

function boxOf(rings: Position[][]): Box {
  const box: Box = [Infinity, Infinity, -Infinity, -Infinity];
  for (const ring of rings) {
    for (const [x = 0, y = 0] of ring) {
      box[0] = Math.min(box[0], x);
      box[1] = Math.min(box[1], y);
      box[2] = Math.max(box[2], x);
      box[3] = Math.max(box[3], y);
    }
  }
  return box;
}

function standIn([west, south, east, north]: Box, closed: boolean): Geometry {
  const line = [
    [west, south],
    [east, north],
  ];
  if (!closed) return { type: 'LineString', coordinates: line };
  return { type: 'Polygon', coordinates: [[[west, south], [east, south], [east, north], [west, north], [west, south]]] };
}

/** Where a region's label goes: as in ECharts, the centroid of the ring with the most points. */
function centre(rings: Position[][]): [number, number] {
  let longest: Position[] = [];
  for (const ring of rings) if (ring.length > longest.length) longest = ring;
  let [area, x, y] = [0, 0, 0];
  longest.forEach(([x1 = 0, y1 = 0], at) => {
    const [x0 = 0, y0 = 0] = longest[(at + longest.length - 1) % longest.length] ?? [];
    const cross = x0 * y1 - x1 * y0;
    area += cross;
    x += (x0 + x1) * cross;
    y += (y0 + y1) * cross;
  });
  if (area !== 0) return [x / area / 3, y / area / 3];
  const [lone = [0, 0]] = longest;
  return [lone[0] ?? 0, lone[1] ?? 0];
}

/** Steps from point to point are short numbers: less than half the bytes of places. */
function pathData(ring: Position[], closed: boolean): string {
  const last = ring[ring.length - 1];
  const first = ring[0];
  const repeats = closed && ring.length > 1 && first?.[0] === last?.[0] && first?.[1] === last?.[1];
  let [px, py] = [0, 0];
  let data = '';
  for (const [x = 0, y = 0] of repeats ? ring.slice(0, -1) : ring) {
    data += data === '' ? `M${x} ${y}l` : step(x - px) + step(y - py);
    [px, py] = [x, y];
  }
  return closed ? `${data}z` : data;
}

/** A number that stands apart from the one before it; two decimals are a hundredth of the plane's unit. */
function step(value: number): string {
  const rounded = Math.round(value * 100) / 100;
  return rounded < 0 ? String(rounded) : ` ${rounded}`;
}

/** A view of ECharts that draws a map, as far as we look into it. */
interface MapHolder {
  _mapDraw?: { _regionsGroupByName?: { each(visit: (group: RegionGroup, name: string) => void): void } };
  __model?: { get(key: 'map'): string };
}

interface RegionGroup {
  children(): { id: number; shape?: { paths?: { shape: { points: [number, number][] } }[] } }[];
}

/** The paths of a drawn chart that stand for regions, by element id. */
export function regionPaths(chart: ECharts, maps: ReadonlyMap<string, Outlines>): Map<string, Replacement> {
  const found = new Map<string, Replacement>();
  const inner = chart as unknown as { _componentsViews: MapHolder[]; _chartsViews: MapHolder[] };
  for (const view of [...inner._componentsViews, ...inner._chartsViews]) {
    const outlines = maps.get(view._mapDraw ? (view.__model?.get('map') ?? '') : '');
    if (!outlines) continue;
    view._mapDraw?._regionsGroupByName?.each((group, name) => {
      const outline = outlines.get(name);
      for (const element of group.children()) {
        const points = element.shape?.paths?.[0]?.shape.points;
        if (outline && points) found.set(String(element.id), { data: outline.data, ...placement(outline.box, points) });
      }
    });
  }
  return found;
}

/** How the plane lies in the picture: a box's two corners tell. */
function placement(box: Box, points: [number, number][]): { matrix: string; scale: number } {
  const from = points[0] ?? [0, 0];
  const to = points[points.length > 2 ? 2 : 1] ?? from;
  const ratio = (size: number, drawn: number) => (size === 0 ? 0 : drawn / size);
  let x = ratio(box[2] - box[0], to[0] - from[0]);
  let y = ratio(box[3] - box[1], to[1] - from[1]);
  if (x === 0) x = -y;
  if (y === 0) y = -x;
  const numbers = [x, 0, 0, y, from[0] - x * box[0], from[1] - y * box[1]];
  return { matrix: `matrix(${numbers.map(precise).join(' ')})`, scale: Math.sqrt(Math.abs(x * y)) || 1 };
}

function precise(value: number): string {
  return String(Number(value.toPrecision(8)));
}
