import mapshaper from 'mapshaper';
import { box, doubleArea, lines, middle, polygons, region } from './ring.mjs';

/** Puts features given in degrees on the plane of a map and cuts them to its frame. */
export async function onPlane(features, name, projection) {
  const { project, frameOf } = projection;
  const place = (ring) => ring.map((point) => project(name, point));
  const centre = projection.centreOf(name);
  const placed = features.flatMap((item) => {
    if (item.geometry.type === 'MultiLineString') return [lines(item.id, item.geometry.coordinates.map(place))];
    const near = polygons(item.geometry).filter((rings) => !frameOf(name) || isNear(rings[0], centre));
    return near.length > 0 ? [region(item.id, near.map((rings) => rings.map(place)))] : [];
  });
  const frame = frameOf(name);
  return frame ? await clip(placed, frame) : placed;
}

/** A ring on the far side of the globe would be torn apart by the cut of a conic map. */
function isNear(ring, centre) {
  const away = (((middle(ring)[0] - centre + 540) % 360) + 360) % 360 - 180;
  return Math.abs(away) < 135;
}

async function clip(features, frame) {
  const areas = await clipLayer(features.filter((item) => item.geometry.type === 'MultiPolygon'), frame);
  const strokes = await clipLayer(features.filter((item) => item.geometry.type === 'MultiLineString'), frame);
  return [...areas, ...strokes];
}

async function clipLayer(features, frame) {
  if (features.length === 0) return [];
  const named = features.map((item) => ({ ...item, properties: { id: item.id } }));
  const input = { 'in.json': JSON.stringify({ type: 'FeatureCollection', features: named }) };
  const command = `-i in.json -clip bbox=${frame.join(',')} remove-slivers -o out.json format=geojson`;
  const output = await mapshaper.applyCommands(command, input);
  return JSON.parse(output['out.json'].toString()).features.map(({ properties: { id }, geometry }) => {
    if (geometry.type.endsWith('Polygon')) return region(id, polygons(geometry));
    return lines(id, geometry.type === 'LineString' ? [geometry.coordinates] : geometry.coordinates);
  });
}

/**
 * Rounds coordinates to a grid so many kilometres wide, as whole numbers of
 * grid steps; rings run anticlockwise, holes clockwise; what has become
 * smaller than the grid is left out, unless nothing else is left.
 */
export function onGrid(features, step) {
  return features.map((item) => {
    if (item.geometry.type === 'MultiLineString') return lines(item.id, item.geometry.coordinates.map((line) => round(line, step)));
    const shapes = polygons(item.geometry).map((rings) => rings.map((ring) => round(ring, step)));
    const kept = shapes
      .filter(([outer]) => isRing(outer))
      .map(([outer, ...holes]) => [turned(outer, 1), ...holes.filter(isRing).map((hole) => turned(hole, -1))]);
    return region(item.id, kept.length > 0 ? kept : [[speck(item, step)]]);
  });
}

function round(line, step) {
  const points = line.map(([x, y]) => [Math.round(x / step), Math.round(y / step)]);
  return points.filter(([x, y], i) => i === 0 || x !== points[i - 1][0] || y !== points[i - 1][1]);
}

const isRing = (ring) => ring.length >= 4 && doubleArea(ring) !== 0;

const turned = (ring, way) => (Math.sign(doubleArea(ring)) === way ? ring : [...ring].reverse());

/** A place smaller than the grid is drawn as one grid square. */
function speck(item, step) {
  const [west, south] = box(item.geometry.coordinates[0][0]).map((edge) => Math.floor(edge / step));
  return [[west, south], [west + 1, south], [west + 1, south + 1], [west, south + 1], [west, south]];
}
