import { read } from './read.mjs';
import { middle, polygons, region } from './ring.mjs';

/** ISO 3166-2 code of each province by the first two digits of its GB/T 2260 code. */
export const provinceCodes = {
  11: 'CN-BJ', 12: 'CN-TJ', 13: 'CN-HE', 14: 'CN-SX', 15: 'CN-NM', 21: 'CN-LN', 22: 'CN-JL', 23: 'CN-HL',
  31: 'CN-SH', 32: 'CN-JS', 33: 'CN-ZJ', 34: 'CN-AH', 35: 'CN-FJ', 36: 'CN-JX', 37: 'CN-SD', 41: 'CN-HA',
  42: 'CN-HB', 43: 'CN-HN', 44: 'CN-GD', 45: 'CN-GX', 46: 'CN-HI', 50: 'CN-CQ', 51: 'CN-SC', 52: 'CN-GZ',
  53: 'CN-YN', 54: 'CN-XZ', 61: 'CN-SN', 62: 'CN-GS', 63: 'CN-QH', 64: 'CN-NX', 65: 'CN-XJ',
  71: 'TW', 81: 'HK', 82: 'MO',
};

/** The 34 provinces of ECharts 4's map of China, with the point for the label. */
export function provinces() {
  return read('echarts-4-maps/map/json/china.json').features.map((item) => {
    const code = provinceCodes[item.id.slice(0, 2)];
    const { type, coordinates, encodeOffsets } = item.geometry;
    const many = type === 'Polygon' ? [coordinates] : coordinates;
    const offsets = type === 'Polygon' ? [encodeOffsets] : encodeOffsets;
    const shape = many.map((rings, p) => rings.map((ring, r) => decodeRing(ring, offsets[p][r])));
    return { ...region(code, shape), label: item.properties.cp };
  });
}

/** ECharts 4 keeps a ring as steps of 1/1024 degree, zigzag coded, one character each. */
function decodeRing(text, [startX, startY]) {
  const ring = [];
  let [x, y] = [startX, startY];
  for (let i = 0; i < text.length; i += 2) {
    x += unzigzag(text.charCodeAt(i) - 64);
    y += unzigzag(text.charCodeAt(i + 1) - 64);
    ring.push([x / 1024, y / 1024]);
  }
  const [first, last] = [ring[0], ring[ring.length - 1]];
  if (first[0] !== last[0] || first[1] !== last[1]) ring.push([...first]);
  return ring;
}

const unzigzag = (value) => (value >> 1) ^ -(value & 1);

/** The islets of the South China Sea and the ten dashes, from the Chinese world map. */
export function southChinaSea() {
  const china = read('@surbowl/world-geo-json-zh/world.zh.json').features.find((item) => item.properties.iso_a2 === 'CN');
  const shapes = polygons(china.geometry).slice(1).filter(([ring]) => ring.length < 30);
  const islets = shapes.filter(([ring]) => !isDash(ring) && middle(ring)[1] < 22 && !isHainan(ring));
  const dashes = shapes.filter(([ring]) => isDash(ring)).map(([ring]) => centreLine(ring));
  return { islets, dashes };
}

const isHainan = (ring) => middle(ring)[1] > 17 && middle(ring)[0] < 112;

/** A dash is drawn as a strip about two kilometres wide and a hundred long. */
function isDash(ring) {
  const [first, second] = capsOf(ring);
  return first.length < 0.03 && second.length < 0.03 && ring.length >= 5 && spread(ring) > 0.7;
}

function spread(ring) {
  const [lng, lat] = middle(ring);
  return 2 * Math.max(...ring.map(([x, y]) => Math.hypot(x - lng, y - lat)));
}

/** The two shortest edges of a ring: the ends of a strip. */
function capsOf(ring) {
  const edges = ring.slice(1).map((point, at) => ({ at, length: Math.hypot(point[0] - ring[at][0], point[1] - ring[at][1]) }));
  return edges.sort((a, b) => a.length - b.length).slice(0, 2);
}

/** The line down the middle of a strip. */
function centreLine(ring) {
  const [start, end] = capsOf(ring).map((cap) => cap.at).sort((a, b) => a - b);
  const open = ring.slice(0, -1);
  const oneSide = open.slice(start + 1, end + 1);
  const otherSide = [...open.slice(end + 1), ...open.slice(0, start + 1)].reverse();
  if (oneSide.length !== otherSide.length) return oneSide;
  return oneSide.map(([x, y], i) => [(x + otherSide[i][0]) / 2, (y + otherSide[i][1]) / 2]);
}
