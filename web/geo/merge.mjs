import mapshaper from 'mapshaper';
import { provinces, southChinaSea } from './china.mjs';
import { polygons, region, squareKilometres } from './ring.mjs';
import { worldRegions } from './world.mjs';

/** Drawn by hand on the atlas: the Golan Heights, west edge on the Jordan and the Sea of Galilee. */
const golan = [
  [35.62, 33.245], [35.7, 33.3], [35.83, 33.37], [35.95, 33.2], [35.95, 32.76], [35.77, 32.74], [35.66, 32.69],
  [35.645, 32.76], [35.65, 32.84], [35.62, 32.9], [35.63, 33.05], [35.62, 33.245],
];

const chinese = new Set(['CN', 'HK', 'MO', 'TW']);

/**
 * Mapshaper takes coordinates for degrees within ±181, so the world is handed
 * over around zero, and Greenland, which reaches past the edge and touches
 * nobody, a little to the west.
 */
const worldCentre = 149;
const greenlandAside = 20;

/**
 * The world at full detail without gaps and overlaps. Where sources differ the
 * earlier one wins: patches, then China, then the atlas.
 */
export async function mergedWorld() {
  const china = provinces().map((item) => region(chinese.has(item.id) ? item.id : 'CN', item.geometry.coordinates));
  const atlas = worldRegions().filter((item) => !chinese.has(item.id));
  const features = [region('SY', [[golan]]), ...china, ...atlas];
  // Set aside, Greenland would lie on Baffin Island: it is merged by itself.
  const sheets = [features.filter((item) => item.id !== 'GL'), features.filter((item) => item.id === 'GL')];
  const merged = await Promise.all(
    sheets.map((sheet) => {
      const commands = '-clean overlap-rule=min-id gap-fill-area=6000km2 sliver-control=0.5 -dissolve id copy-fields=id';
      return run(shift(sheet, -worldCentre), commands);
    }),
  );
  return shift(merged.flat(), worldCentre);
}

/**
 * The world thinned out to the given distance in kilometres; small places and
 * islands keep more detail, and Hong Kong and Macao all of it: they are drawn
 * last, on top.
 */
export async function thinWorld(world, kilometres) {
  const parts = world.map((item) => withoutSpecks(item, kilometres ** 2 * 4)).flatMap((item) => {
    return item.geometry.coordinates.map((polygon) => {
      return { ...region(item.id, [polygon]), properties: { metres: detailOf(item.id, polygon, kilometres) } };
    });
  });
  const thin = await run(shift(parts, -worldCentre), '-simplify variable weighted keep-shapes interval=metres');
  const whole = new Map(world.map((item) => [item.id, region(item.id, [])]));
  for (const part of shift(thin, worldCentre)) whole.get(part.id).geometry.coordinates.push(...part.geometry.coordinates);
  whole.get('CN').geometry.coordinates.push(...southChinaSea().islets);
  return [...whole.values()].sort((a, b) => drawOrder(a.id) - drawOrder(b.id) || (a.id < b.id ? -1 : 1));
}

/**
 * The world for checking coordinates: thinned out to the given distance in
 * kilometres, with islands as small as so many square kilometres.
 */
export async function thinOutlines(world, kilometres, island) {
  const parts = world.flatMap((item) => {
    const kept = withoutSpecks(item, island).geometry.coordinates;
    return kept.map((polygon) => {
      return { ...region(item.id, [polygon]), properties: { metres: detailOf(item.id, polygon, kilometres) } };
    });
  });
  const thin = await run(shift(parts, -worldCentre), '-simplify variable weighted keep-shapes interval=metres');
  const whole = new Map(world.map((item) => [item.id, region(item.id, [])]));
  for (const part of shift(thin, worldCentre)) whole.get(part.id).geometry.coordinates.push(...part.geometry.coordinates);
  return [...whole.values()];
}

/** The provinces of China, thinned out, without gaps between them. */
export async function thinProvinces(kilometres) {
  const features = provinces().map((item) => {
    const small = item.id === 'HK' || item.id === 'MO';
    return { ...item, properties: { id: item.id, metres: small ? 1 : kilometres * 1000 } };
  });
  const thin = await run(
    features,
    '-clean overlap-rule=min-id gap-fill-area=500km2 -simplify variable weighted keep-shapes interval=metres',
  );
  return thin.map((item) => withoutSpecks(item, kilometres ** 2 * 2)).sort((a, b) => drawOrder(a.id) - drawOrder(b.id));
}

export function areaOf(item) {
  return polygons(item.geometry).reduce((sum, [outer, ...holes]) => {
    return sum + squareKilometres(outer) - holes.reduce((all, hole) => all + squareKilometres(hole), 0);
  }, 0);
}

/** A fifteenth of an area's width, but no more than the distance asked and no less than 800 m. */
function detailOf(code, polygon, kilometres) {
  if (code === 'HK' || code === 'MO') return 1;
  const width = Math.sqrt(squareKilometres(polygon[0]));
  return Math.max(0.8, Math.min(width / 15, kilometres)) * 1000;
}

const drawOrder = (code) => (code === 'HK' || code === 'MO' ? 1 : 0);

/** Leaves out islands too small to see, but never the last one, and never one of Taiwan's. */
function withoutSpecks(item, least) {
  const all = polygons(item.geometry);
  if (item.id === 'TW') return item;
  const area = areaOf(item);
  const limit = Math.min(least, area / 30);
  const kept = all.filter(([outer]) => squareKilometres(outer) >= limit);
  const largest = all.reduce((a, b) => (squareKilometres(b[0]) > squareKilometres(a[0]) ? b : a));
  return region(item.id, kept.length > 0 ? kept : [largest]);
}

function shift(features, by) {
  return features.map((item) => {
    const dx = item.id === 'GL' ? by + Math.sign(by) * greenlandAside : by;
    const moved = polygons(item.geometry).map((rings) => rings.map((ring) => ring.map(([x, y]) => [x + dx, y])));
    return { ...region(item.id, moved), properties: { ...item.properties, id: item.id } };
  });
}

/** Runs mapshaper commands on features and gives them back by their codes. */
async function run(features, commands) {
  const input = { 'in.json': JSON.stringify({ type: 'FeatureCollection', features }) };
  const output = await mapshaper.applyCommands(`-i in.json ${commands} -o out.json format=geojson`, input);
  const { features: results } = JSON.parse(output['out.json'].toString());
  return results.map((item) => region(item.properties.id, polygons(item.geometry)));
}
