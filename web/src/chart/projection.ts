import { geoConicEqualAreaRaw, geoEqualEarthRaw } from 'd3-geo';

/**
 * The planes the maps are drawn on. The map files are made with these very
 * functions, so a point projected here lies where it belongs on the map.
 * A plane counts kilometres: x to the east, y to the north.
 */

/** Longitude and latitude in degrees, or x and y in kilometres. */
export type Point = [number, number];

/** The maps that can be registered. */
export type MapName = 'meridian-world' | 'meridian-atlantic' | 'meridian-belt-road' | 'meridian-china' | 'meridian-scs';

interface Plane {
  /** The meridian that runs straight up the middle. */
  centre: number;
  raw: (lambda: number, phi: number) => [number, number];
  /** Where a map of the whole world is cut at a latitude, in degrees from its centre. */
  cut?: (lat: number) => number;
  /** West, south, east and north edge in kilometres; the world has none. */
  frame?: readonly [number, number, number, number];
}

const earthRadius = 6371.0088;
const degree = Math.PI / 180;
const conic = (south: number, north: number) => geoConicEqualAreaRaw(south * degree, north * degree);

const planes: Record<MapName, Plane> = {
  // The cut runs down the Atlantic at 32° W; in the far north it steps aside to 10° W, so that Greenland stays whole.
  'meridian-world': { centre: 150, raw: geoEqualEarthRaw, cut: (lat) => (lat > 67 ? -160 : -182) },
  // The cut runs down the Pacific between the islands, and between Chukotka and Alaska.
  'meridian-atlantic': { centre: 11, raw: geoEqualEarthRaw, cut: (lat) => (lat > 60 ? -179.4 : -180.3) },
  'meridian-belt-road': { centre: 80, raw: conic(5, 50), frame: [-8200, -1300, 7400, 8900] },
  'meridian-china': { centre: 105, raw: conic(25, 47), frame: [-2720, 1800, 2620, 6020] },
  'meridian-scs': { centre: 114, raw: conic(5, 20), frame: [-860, 300, 980, 2760] },
};

/** The maps in the order in which they are built. */
export const mapNames = Object.keys(planes) as MapName[];

/**
 * The file a map is drawn from. An option may ask for a meridian beside it:
 * `meridian-world@114.18` is the file `meridian-world` with the line at 114.18° E.
 */
export function fileOf(name: string): string {
  return name.split('@', 1)[0] as string;
}

/** The longitude of the meridian that a map's name asks for, or undefined. */
export function meridianOf(name: string): number | undefined {
  const lng = Number(name.slice(fileOf(name).length + 1) || NaN);
  return lng >= -180 && lng <= 180 ? lng : undefined;
}

/** Whether a name is a map's. */
export function isMapName(name: string): name is MapName {
  return (mapNames as string[]).includes(name);
}

/** Places a longitude and latitude on the plane of a map; throws when there is no such map. */
export function project(name: string, [lng, lat]: readonly [number, number]): Point {
  const { centre, raw, cut } = planeOf(name);
  const lambda = turn(lng - centre, cut?.(lat) ?? -180);
  const [x, y] = raw(lambda * degree, lat * degree);
  return [x * earthRadius, y * earthRadius];
}

/** The projection of a map, or undefined when there is no such map; off the map's frame it gives null. */
export function projection(name: string): ((point: Point) => Point | null) | undefined {
  if (!isMapName(fileOf(name))) return undefined;
  return (point) => {
    const placed = project(name, point);
    return inFrame(name, placed) ? placed : null;
  };
}

/** The edges of a map in kilometres: west, south, east, north; undefined for a map of the world. */
export function frameOf(name: string): Plane['frame'] {
  return planeOf(name).frame;
}

/** The longitude that runs straight up the middle of a map. */
export function centreOf(name: string): number {
  return planeOf(name).centre;
}

/** Where a map of the whole world is cut at a latitude, in degrees of longitude; undefined for the others. */
export function cutOf(name: string, lat: number): number | undefined {
  const { centre, cut } = planeOf(name);
  return cut && centre + cut(lat);
}

/** Whether a point of the plane lies on the map that is drawn. */
export function inFrame(name: string, [x, y]: Point): boolean {
  const frame = frameOf(name);
  if (!Number.isFinite(x) || !Number.isFinite(y)) return false;
  return !frame || (x >= frame[0] && y >= frame[1] && x <= frame[2] && y <= frame[3]);
}

function planeOf(name: string): Plane {
  const file = fileOf(name);
  if (!isMapName(file)) throw new Error(`unknown map "${name}": the maps are ${mapNames.join(', ')}`);
  return planes[file];
}

/** Brings an angle into the full turn that begins at `from`. */
function turn(angle: number, from: number): number {
  return angle - 360 * Math.floor((angle - from) / 360);
}
