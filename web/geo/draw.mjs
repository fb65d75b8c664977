/**
 * Draws every map with ECharts as an SVG, to be looked at after a build:
 * `node geo/draw.mjs DIRECTORY`.
 */
import * as echarts from 'echarts';
import { readFileSync, writeFileSync } from 'node:fs';
import { feature } from 'topojson-client';

const directory = process.argv[2] ?? '.';
const sizes = {
  'meridian-world': [1600, 700],
  'meridian-atlantic': [1600, 700],
  'meridian-belt-road': [1600, 960],
  'meridian-china': [1200, 960],
  'meridian-scs': [480, 600],
};

for (const [name, [width, height]] of Object.entries(sizes)) {
  const file = JSON.parse(readFileSync(new URL(`../../data/geo/${name}.json`, import.meta.url), 'utf8'));
  echarts.registerMap(name, { geoJSON: decode(file) });
  const chart = echarts.init(null, null, { renderer: 'svg', ssr: true, width, height });
  chart.setOption(option(name));
  writeFileSync(`${directory}/${name}.svg`, chart.renderToSVGString());
  chart.dispose();
}

function decode(file) {
  const features = Object.values(file.objects).flatMap((object) => feature(file, object).features);
  return { type: 'FeatureCollection', features: features.map((item) => ({ ...item, properties: { name: item.id } })) };
}

function option(map) {
  const line = (name, borderColor, borderWidth) => ({ name, silent: true, itemStyle: { borderColor, borderWidth } });
  return {
    backgroundColor: '#F2F5F4',
    animation: false,
    geo: {
      map,
      aspectScale: 1,
      left: 8,
      right: 8,
      top: 8,
      bottom: 8,
      preserveAspect: 'contain',
      itemStyle: { areaColor: '#CBD8D5', borderColor: '#F2F5F4', borderWidth: 0.6 },
      regions: [
        line('graticule', '#DFE7E5', 0.6),
        line('CN-SCS', '#7D8F96', 1),
        line('frame', '#7D8F96', 1),
        { name: 'land', itemStyle: { areaColor: '#DFE7E5' } },
      ],
    },
  };
}
