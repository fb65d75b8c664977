import { thinOutlines } from './merge.mjs';
import { anchors } from './reviewed.mjs';
import { polygons } from './ring.mjs';

/** Degrees between the grid's lines: about a kilometre. */
const grid = 0.01;

/** The detail that is kept, in kilometres, and the smallest islands, in square kilometres. */
const [detail, island] = [5, 10];

/** Half the side of the square that stands for a place the atlas does not show, in degrees. */
const speck = 0.02;

/** Exclaves and islands with people and schools that the atlas leaves out. */
const beyond = {
  BQ: [[-63.23, 17.63], [-62.98, 17.49]],
  BR: [[-32.42, -3.85]],
  CL: [[-109.37, -27.12], [-78.83, -33.64]],
  CO: [[-81.71, 12.56], [-81.37, 13.35]],
  ES: [[-5.32, 35.89], [-2.94, 35.29]],
  GR: [[29.59, 36.15]],
  IN: [[72.64, 10.56]],
  JP: [[142.19, 27.09]],
  TW: [[118.37, 24.44], [119.95, 26.16]],
};

/** The atlas leaves the south out of our maps; whoever works there is somewhere south of 60° S. */
const antarctica = [[-180, -60], [-180, -90], [180, -90], [180, -60], [-180, -60]];

/**
 * The outlines that coordinates are checked against, by place code, in steps of
 * the grid: each ring is its first point and then the way from point to point.
 */
export async function outlines(world, codes) {
  const thin = new Map((await thinOutlines(world, detail, island)).map((item) => [item.id, polygons(item.geometry)]));
  thin.set('AQ', [[antarctica]]);
  const places = {};
  for (const code of codes) {
    const spots = (beyond[code] ?? []).map((point) => [square(point)]);
    const shapes = [...(thin.get(code) ?? [[square(anchors[code])]]), ...spots];
    const rings = shapes.map((shape) => shape.map(steps).filter((ring) => ring.length >= 6)).filter((shape) => shape.length > 0);
    places[code] = rings.length > 0 ? rings : [[steps(square(shapes[0][0][0]))]];
  }
  return { grid, places };
}

function square([lng, lat]) {
  const [w, s, e, n] = [lng - speck, lat - speck, lng + speck, lat + speck];
  return [[w, s], [e, s], [e, n], [w, n], [w, s]];
}

/** A ring as whole steps of the grid, one number after another, without its closing point. */
function steps(ring) {
  const points = ring.map(([x, y]) => [Math.round(x / grid), Math.round(y / grid)]);
  const moved = points.slice(0, -1).filter(([x, y], i) => i === 0 || x !== points[i - 1][0] || y !== points[i - 1][1]);
  return moved.flatMap(([x, y], i) => (i === 0 ? [x, y] : [x - moved[i - 1][0], y - moved[i - 1][1]]));
}
