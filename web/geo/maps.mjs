import { provinces as allProvinces, southChinaSea } from './china.mjs';
import { atlanticLines, frameLine, linesAround, pacificLines } from './graticule.mjs';
import { mergedWorld, thinProvinces, thinWorld } from './merge.mjs';
import { box, lines, polygons, region } from './ring.mjs';
import { onGrid, onPlane } from './plane.mjs';
import { toTopology } from './topology.mjs';

/** Width of the grid on which each map's coordinates are kept, in kilometres. */
const grid = { 'meridian-world': 1.5, 'meridian-atlantic': 1.5, 'meridian-belt-road': 1, 'meridian-china': 0.5, 'meridian-scs': 0.5 };

/** All maps as TopoJSON by name; beside them the world and the provinces at full detail, for measuring places. */
export async function buildMaps(projection) {
  const world = await mergedWorld();
  const provinces = await thinProvinces(3);
  const sea = southChinaSea();
  const thin = await thinWorld(world, 10);
  const sheets = {
    'meridian-world': [...pacificLines(), ...thin, dashes(sea.dashes)],
    'meridian-atlantic': [...atlanticLines(), ...thin, dashes(sea.dashes)],
    'meridian-belt-road': [
      ...linesAround({ west: -40, south: -30, east: 190, north: 90, every: 10 }),
      ...(await thinWorld(world, 8)),
      dashes(sea.dashes),
    ],
    'meridian-china': [
      ...linesAround({ west: 60, south: 10, east: 150, north: 60, every: 10 }),
      ...provinces,
      dashes(sea.dashes.filter((line) => box(line)[1] > 20)),
    ],
    'meridian-scs': [...(await southChinaSeaCoasts(world, sea.islets)), dashes(sea.dashes)],
  };
  const built = {};
  for (const [name, features] of Object.entries(sheets)) built[name] = await draw(name, features, projection);
  return { built, world, provinces: allProvinces() };
}

async function draw(name, features, projection) {
  const placed = await onPlane(features, name, projection);
  if (name === 'meridian-scs') placed.push(frameLine(projection.frameOf(name)));
  return toTopology(onGrid(placed, grid[name]), grid[name]);
}

/** The provinces on the South China Sea with its islets, the other coasts as one `land` without names. */
async function southChinaSeaCoasts(world, islets) {
  const own = (await thinProvinces(4)).map((item) => {
    return item.id === 'CN-HI' ? region('CN-HI', [...item.geometry.coordinates, ...islets]) : item;
  });
  const chinese = new Set(['CN', 'HK', 'MO', 'TW']);
  const others = (await thinWorld(world, 9)).filter((item) => !chinese.has(item.id) && isAsian(item));
  return [region('land', others.flatMap((item) => polygons(item.geometry))), ...own];
}

function isAsian(item) {
  return polygons(item.geometry).some(([ring]) => {
    const [west, south, east, north] = box(ring);
    return east > 100 && west < 126 && north > -2 && south < 26;
  });
}

const dashes = (strokes) => lines('CN-SCS', strokes);
