import { aliases } from './aliases.mjs';
import { areaOf } from './merge.mjs';
import { provinceNames } from './provinces.mjs';
import { read } from './read.mjs';
import { regionByPlace, regions } from './regions.mjs';
import { anchors, names, unstated } from './reviewed.mjs';
import { inRing, squareKilometres } from './ring.mjs';

/** Codes that CLDR lists but ISO 3166-1 does not; Kosovo's XK is kept, because partners use it. */
const notPlaces = new Set(['AC', 'CP', 'CQ', 'DG', 'EA', 'EU', 'EZ', 'IC', 'QO', 'TA', 'UN', 'XA', 'XB', 'ZZ']);

/** Below this size a place is a dot on a map of the world. */
const dotSquareKilometres = 6000;

const languages = ['en', 'zh-Hant-HK', 'zh-Hans'];

/** Rows of places.csv: every ISO 3166-1 place and Kosovo; last what is no place, but must be counted. */
export function placeRows(world) {
  const shapes = new Map(world.map((item) => [item.id, item]));
  const cldr = [...languages, 'zh-Hant'].map(territories);
  const areas = regionByPlace();
  const codes = Object.keys(cldr[0]).filter((code) => /^[A-Z]{2}$/.test(code) && !notPlaces.has(code));
  const rows = codes.sort().map((code) => {
    const own = languages.map((_, i) => names[code]?.[i] ?? cldr[i][code]);
    const [lng, lat] = anchors[code] ?? anchorOf(shapes.get(code));
    const small = !shapes.has(code) || areaOf(shapes.get(code)) < dotSquareKilometres;
    return {
      code, name: own[0], name_zh_hant: own[1], name_zh_hans: own[2],
      region: areas.get(code), grouping: groupingOf(code), lng: lng.toFixed(2), lat: lat.toFixed(2),
      small: String(small), alpha3: alpha3Of(code), aliases: aliasesOf(code, own, cldr).join('|'),
    };
  });
  return [...rows, unstatedRow()];
}

/** Without a point: it has a row in every table and no mark on any map. */
function unstatedRow() {
  const [name, name_zh_hant, name_zh_hans] = unstated.names;
  return {
    code: unstated.code, name, name_zh_hant, name_zh_hans, region: unstated.region, grouping: 'overseas',
    lng: '', lat: '', small: 'false', alpha3: '', aliases: unstated.aliases.join('|'),
  };
}

/** Rows of regions.csv. */
export function regionRows() {
  return regions.map(({ code, names: [name, name_zh_hant, name_zh_hans] }, i) => {
    return { code, name, name_zh_hant, name_zh_hans, position: String(i + 1) };
  });
}

/** Rows of subdivisions.csv; a province is anchored at the label point of its map, most often the capital. */
export function subdivisionRows(provinces) {
  const labels = new Map(provinces.map((item) => [item.id, item.label]));
  return Object.entries(provinceNames).map(([code, [name, name_zh_hant, name_zh_hans]]) => {
    const [lng, lat] = labels.get(code);
    return { code, country_code: 'CN', name, name_zh_hant, name_zh_hans, lng: lng.toFixed(2), lat: lat.toFixed(2) };
  });
}

function territories(language) {
  return read(`cldr-localenames-full/main/${language}/territories.json`).main[language].localeDisplayNames.territories;
}

function groupingOf(code) {
  if (code === 'HK') return 'home';
  return code === 'CN' || code === 'TW' ? 'mainland_taiwan' : 'overseas';
}

/** CLDR gives Kosovo XKK; statistics write XKX. */
function alpha3Of(code) {
  if (code === 'XK') return 'XKX';
  return read('cldr-core/supplemental/codeMappings.json').supplemental.codeMappings[code]._alpha3;
}

/** Other spellings: CLDR's names and variants where ours differ, then the reviewed list. */
function aliasesOf(code, own, cldr) {
  const known = cldr.flatMap((table) => {
    return ['', '-alt-short', '-alt-variant', '-alt-chagos'].map((kind) => table[code + kind]).filter(Boolean);
  });
  const plain = known.filter((name) => name.includes(' & ') || name.startsWith('St. ')).map(spelledOut);
  const all = [...known, ...plain, ...(aliases[code] ?? [])];
  return [...new Set(all)].filter((name) => !own.includes(name));
}

const spelledOut = (name) => name.replace(' & ', ' and ').replace(/^St\. /, 'Saint ');

/** The middle of the largest part; where a bend leaves that outside, beside it on land. */
function anchorOf(shape) {
  const [ring] = shape.geometry.coordinates.reduce((a, b) => (squareKilometres(b[0]) > squareKilometres(a[0]) ? b : a));
  const [lng, lat] = insideOf(ring, centroid(ring));
  return [((lng + 540) % 360) - 180, lat];
}

function centroid(ring) {
  let [x, y, area] = [0, 0, 0];
  for (let i = 1; i < ring.length; i++) {
    const [a, b] = [ring[i - 1], ring[i]];
    const cross = (a[0] - ring[0][0]) * (b[1] - ring[0][1]) - (b[0] - ring[0][0]) * (a[1] - ring[0][1]);
    x += cross * (a[0] + b[0] + ring[0][0]);
    y += cross * (a[1] + b[1] + ring[0][1]);
    area += cross;
  }
  return area === 0 ? ring[0] : [x / (3 * area), y / (3 * area)];
}

/** Along the parallel through the point, the middle of the widest stretch inside the ring. */
function insideOf(ring, [lng, lat]) {
  if (inRing(ring, [lng, lat])) return [lng, lat];
  const crossings = [];
  for (let i = 1; i < ring.length; i++) {
    const [a, b] = [ring[i - 1], ring[i]];
    if (a[1] > lat !== b[1] > lat) crossings.push(a[0] + ((lat - a[1]) * (b[0] - a[0])) / (b[1] - a[1]));
  }
  crossings.sort((a, b) => a - b);
  let best = [lng, lng];
  for (let i = 0; i + 1 < crossings.length; i += 2) {
    if (crossings[i + 1] - crossings[i] > best[1] - best[0]) best = [crossings[i], crossings[i + 1]];
  }
  return [(best[0] + best[1]) / 2, lat];
}
