import { topology } from 'topojson-server';

/**
 * Features on the grid as TopoJSON: borders that two places share are kept
 * once, as steps on the grid. `step` is the grid's width in kilometres. The
 * objects stand in the order in which they are drawn: the graticule under the
 * land, the other lines over it.
 */
export function toTopology(features, step) {
  const sorted = { under: [], regions: [], over: [] };
  for (const item of features) sorted[layerOf(item)].push(item);
  const layers = Object.entries(sorted).filter(([, items]) => items.length > 0);
  const { objects, arcs } = topology(Object.fromEntries(layers.map(([name, items]) => [name, collection(items)])));
  for (const object of Object.values(objects)) for (const item of object.geometries) simplest(item);
  return { type: 'Topology', transform: { scale: [step, step], translate: [0, 0] }, objects, arcs: arcs.map(steps) };
}

function layerOf(item) {
  if (item.geometry.type === 'MultiPolygon') return 'regions';
  return item.id === 'graticule' ? 'under' : 'over';
}

const collection = (features) => ({ type: 'FeatureCollection', features: features.map((item) => ({ ...item, properties: undefined })) });

/** A geometry of one part needs no list of parts. */
function simplest(item) {
  delete item.properties;
  if (item.arcs.length !== 1) return;
  item.type = item.type.replace('Multi', '');
  item.arcs = item.arcs[0];
}

function steps(arc) {
  return arc.map(([x, y], i) => (i === 0 ? [x, y] : [x - arc[i - 1][0], y - arc[i - 1][1]]));
}
