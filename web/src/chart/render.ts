/**
 * The server's half of the chart code: one bundle, run by a JavaScript engine
 * without a browser. The host gives `hostMeasure` and `hostBaseline`
 * (from the real fonts) and `hostMap` (a stored map); it calls `meridianRender`.
 */
import './further';
import './network';
import { SVGRenderer } from 'echarts/renderers';
import { init, setPlatformAPI, use } from './echarts';
import { ChartError } from './error';
import { sansStack } from './fonts';
import { addFeatures, decode, hasMap, type MapFile } from './maps';
import { withMeridian } from './meridian';
import { measuring } from './measure';
import { mapsOf } from './geo';
import { regionPaths, takeOutlines, type Outlines } from './outline';
import type { ChartPayload, Language } from './payload';
import { prepare } from './prepare';
import { fileOf } from './projection';
import { still } from './still';
import { writeSvg, type SvgNode } from './svg';

declare const hostMeasure: (text: string, font: string) => number;
declare const hostBaseline: (font: string) => number;
declare const hostMap: (name: string) => string;

interface Host {
  meridianRender?: typeof render;
}

/** ECharts writes paths to a tenth of a pixel; its painter, asked directly, to a ten-thousandth. */
interface TreePainter {
  renderToVNode(options: {
    animation: boolean;
    emphasis: boolean;
    willUpdate: boolean;
    compress: boolean;
    useViewBox: boolean;
  }): SvgNode;
}

use([SVGRenderer]);

setPlatformAPI({ measureText: measuring(hostMeasure) });

const baselines = new Map<string, number>();

function baseline(font: string): number {
  let known = baselines.get(font);
  if (known === undefined) baselines.set(font, (known = hostBaseline(font)));
  return known;
}

/** The maps loaded so far: they stay for the engine's lifetime. */
const maps = new Map<string, Outlines>();

function loadMap(name: string): void {
  if (hasMap(name)) return;
  const file = hostMap(fileOf(name));
  if (!file) throw new ChartError(`unknown map "${name}"`);
  const { boxes, outlines } = takeOutlines(withMeridian(name, decode(JSON.parse(file) as MapFile)));
  maps.set(name, outlines);
  addFeatures(name, boxes);
}

/**
 * Draws a payload and returns the SVG inside the root element. Every chart is
 * disposed of, drawn or failed. `fine` keeps more decimals, for large pictures.
 */
function render(json: string, width: number, height: number, lang: Language, fine: boolean): string {
  const payload = JSON.parse(json) as ChartPayload;
  for (const name of mapsOf(payload.option)) loadMap(name);
  const chart = init(null, undefined, { renderer: 'svg', ssr: true, width, height });
  try {
    chart.setOption(still(prepare(payload, { lang, animation: false })));
    const painter = chart.getZr().painter as unknown as TreePainter;
    const root = painter.renderToVNode({
      animation: false,
      emphasis: false,
      willUpdate: false,
      compress: !fine,
      useViewBox: true,
    });
    return writeSvg(root, { family: sansStack[lang], baseline, outlines: regionPaths(chart, maps) });
  } finally {
    chart.dispose();
  }
}

(globalThis as Host).meridianRender = render;
