import { lines } from './ring.mjs';

/**
 * Meridians and parallels of the world around 150° E with both of its edges.
 * The cut runs at 32° W and, north of 67°, at 10° W: what lies between is on
 * the eastern side there.
 */
export function pacificLines() {
  const hair = 1e-6;
  const edges = [
    meridian(-32 + hair, -60, 67), meridian(-10 + hair, 67 + hair, 84), meridian(328 - hair, -60, 84),
  ];
  const meridians = range(-15, 315, 15).map((lng) => meridian(lng, -60, lng < -10 ? 67 : 84));
  const parallels = range(-60, 60, 15).map((lat) => parallel(lat, -32 + hair, 328 - hair, 30));
  parallels.push(parallel(75, -10 + hair, 350 - hair, 30));
  return [lines('graticule', [...edges, ...meridians, ...parallels])];
}

/** Meridians and parallels of the world around 11° E, whose cut is the same all the way up but for a degree. */
export function atlanticLines() {
  const hair = 1e-6;
  const [from, to] = [-169.3, 190.7];
  const edges = [meridian(from + hair, -60, 60), meridian(to - hair, -60, 60), meridian(from + 0.9 + hair, 60 + hair, 84), meridian(to + 0.9 - hair, 60 + hair, 84)];
  const meridians = range(-165, 180, 15).map((lng) => meridian(lng, -60, 84));
  const parallels = range(-60, 75, 15).map((lat) => {
    const aside = lat > 60 ? 0.9 : 0;
    return parallel(lat, from + aside + hair, to + aside - hair, 30);
  });
  return [lines('graticule', [...edges, ...meridians, ...parallels])];
}

/** Meridians and parallels around a map with a frame; the frame cuts them to length. */
export function linesAround({ west, south, east, north, every }) {
  const meridians = range(west, east, every).map((lng) => meridian(lng, south, north));
  const parallels = range(south, north, every).map((lat) => parallel(lat, west, east, every / 2));
  return [lines('graticule', [...meridians, ...parallels])];
}

/** The frame of a map as a line, already on its plane. */
export function frameLine([west, south, east, north]) {
  return lines('frame', [[[west, south], [east, south], [east, north], [west, north], [west, south]]]);
}

const meridian = (lng, south, north) => [...range(south, north - 1, 4), north].map((lat) => [lng, lat]);

const parallel = (lat, west, east, every) => [...range(west, east - every / 2, every), east].map((lng) => [lng, lat]);

function range(from, to, step) {
  const values = [];
  for (let value = from; value <= to + 1e-9; value += step) values.push(value);
  return values;
}
