import { geoConicEqualAreaRaw, geoEqualEarthRaw } from 'd3-geo';

/**
 * The planes the maps are drawn on. The map files are made with these very
 * functions, so a point projected here lies where it belongs on the map.
 * A plane counts kilometres: x to the east, y to the north.
 */

/** Longitude and latitude in degrees, or x and y in kilometres. */
export type Point = [number, number];

/** The maps that can be registered. */
export type MapName = 'meridian-world' | 'meridian-belt-road' | 'meridian-china' | 'meridian-scs';

interface Plane {
  /** The meridian that runs straight up the middle. */
  centre: number;
  raw: (lambda: number, phi: number) => [number, number];
  /** West, south, east and north edge in kilometres; the world has none. */
  frame?: readonly [number, number, number, number];
}

const earthRadius = 6371.0088;
const degree = Math.PI / 180;
const conic = (south: number, north: number) => geoConicEqualAreaRaw(south * degree, north * degree);

const planes: Record<MapName, Plane> = {
  'meridian-world': { centre: 150, raw: geoEqualEarthRaw },
  'meridian-belt-road': { centre: 80, raw: conic(5, 50), frame: [-8200, -1300, 7400, 8900] },
  'meridian-china': { centre: 105, raw: conic(25, 47), frame: [-2720, 1800, 2620, 6020] },
  'meridian-scs': { centre: 114, raw: conic(5, 20), frame: [-860, 300, 980, 2760] },
};

/** The maps in the order in which they are built. */
export const mapNames = Object.keys(planes) as MapName[];

/** Whether a name is a map's. */
export function isMapName(name: string): name is MapName {
  return (mapNames as string[]).includes(name);
}

/** Places a longitude and latitude on the plane of a map; throws when there is no such map. */
export function project(name: string, [lng, lat]: readonly [number, number]): Point {
  const { centre, raw } = planeOf(name);
  const lambda = turn(lng - centre, name === 'meridian-world' ? cut(lat) : -180);
  const [x, y] = raw(lambda * degree, lat * degree);
  return [x * earthRadius, y * earthRadius];
}

/** The projection of a map, or undefined when there is no such map; off the map's frame it gives null. */
export function projection(name: string): ((point: Point) => Point | null) | undefined {
  if (!isMapName(name)) return undefined;
  return (point) => {
    const placed = project(name, point);
    return inFrame(name, placed) ? placed : null;
  };
}

/** The edges of a map in kilometres: west, south, east, north; undefined for the world. */
export function frameOf(name: string): Plane['frame'] {
  return planeOf(name).frame;
}

/** The longitude that runs straight up the middle of a map. */
export function centreOf(name: string): number {
  return planeOf(name).centre;
}

/** Whether a point of the plane lies on the map that is drawn. */
export function inFrame(name: string, [x, y]: Point): boolean {
  const frame = frameOf(name);
  if (!Number.isFinite(x) || !Number.isFinite(y)) return false;
  return !frame || (x >= frame[0] && y >= frame[1] && x <= frame[2] && y <= frame[3]);
}

function planeOf(name: string): Plane {
  if (!isMapName(name)) throw new Error(`unknown map "${name}": the maps are ${mapNames.join(', ')}`);
  return planes[name];
}

/**
 * Where the world is cut, in degrees from its centre. The cut runs down the
 * Atlantic at 32° W; in the far north it steps aside to 10° W, so that
 * Greenland stays whole at the eastern edge.
 */
function cut(lat: number): number {
  return lat > 67 ? -160 : -182;
}

/** Brings an angle into the full turn that begins at `from`. */
function turn(angle: number, from: number): number {
  return angle - 360 * Math.floor((angle - from) / 360);
}
