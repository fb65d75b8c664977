/** Twice the signed area of a ring: positive when it runs anticlockwise. */
export function doubleArea(ring) {
  let sum = 0;
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
    sum += ring[j][0] * ring[i][1] - ring[i][0] * ring[j][1];
  }
  return sum;
}

/** West, south, east and north edge of a ring or line. */
export function box(ring) {
  const edges = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [x, y] of ring) {
    edges[0] = Math.min(edges[0], x);
    edges[1] = Math.min(edges[1], y);
    edges[2] = Math.max(edges[2], x);
    edges[3] = Math.max(edges[3], y);
  }
  return edges;
}

export function middle(ring) {
  const [west, south, east, north] = box(ring);
  return [(west + east) / 2, (south + north) / 2];
}

/** The square kilometres of a ring given in degrees. */
export function squareKilometres(ring) {
  const radius = 6371.0088;
  const degree = Math.PI / 180;
  let sum = 0;
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
    const [a, b] = [ring[j], ring[i]];
    sum += (b[0] - a[0]) * degree * (Math.sin(a[1] * degree) + Math.sin(b[1] * degree));
  }
  return Math.abs((sum / 2) * radius * radius);
}

/** Whether a point lies inside a ring (even-odd). */
export function inRing(ring, [x, y]) {
  let inside = false;
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
    const [a, b] = [ring[i], ring[j]];
    if (a[1] > y !== b[1] > y && x < ((b[0] - a[0]) * (y - a[1])) / (b[1] - a[1]) + a[0]) inside = !inside;
  }
  return inside;
}

/** The polygons of a geometry, whatever its type: a list of lists of rings. */
export function polygons(geometry) {
  if (geometry.type === 'Polygon') return [geometry.coordinates];
  if (geometry.type === 'MultiPolygon') return geometry.coordinates;
  return [];
}

/** A polygon feature named by its code. */
export function region(id, coordinates) {
  return { type: 'Feature', id, properties: { id }, geometry: { type: 'MultiPolygon', coordinates } };
}

/** A line feature named by its code. */
export function lines(id, coordinates) {
  return { type: 'Feature', id, properties: {}, geometry: { type: 'MultiLineString', coordinates } };
}
