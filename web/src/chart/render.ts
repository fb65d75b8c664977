/**
 * The server's half of the chart code: one bundle, run by a JavaScript engine
 * without a browser. The host gives `hostMeasure` (text widths from the real
 * fonts) and `hostMap` (a stored map); it calls `meridianRender`.
 */
import './network';
import { SVGRenderer } from 'echarts/renderers';
import { init, setPlatformAPI, use } from './echarts';
import { addMap, hasMap } from './maps';
import type { ChartPayload, Language } from './payload';
import { prepare } from './prepare';

declare const hostMeasure: (text: string, font: string) => number;
declare const hostMap: (name: string) => string;

interface Host {
  meridianRender?: (payload: string, width: number, height: number, lang: Language) => string;
}

/** ECharts' own method cannot leave out the hover rules, so its painter is asked directly. */
interface StringPainter {
  renderToString(options: { useViewBox: boolean; cssAnimation: boolean; cssEmphasis: boolean }): string;
}

use([SVGRenderer]);

/** Widths repeat (tick labels, legends), and asking the host costs more than remembering. */
const widths = new Map<string, number>();
const maxWidths = 20_000;

setPlatformAPI({
  measureText(text, font) {
    const key = `${font ?? ''}\n${text}`;
    let width = widths.get(key);
    if (width === undefined) {
      if (widths.size >= maxWidths) widths.clear();
      width = hostMeasure(text, font ?? '12px sans-serif');
      widths.set(key, width);
    }
    return { width };
  },
});

function loadMap(name: string): void {
  if (hasMap(name)) return;
  const file = hostMap(name);
  if (!file) throw new Error(`unknown map "${name}"`);
  addMap(name, JSON.parse(file) as Parameters<typeof addMap>[1]);
}

/** Draws a payload as SVG. Every chart is disposed of, drawn or failed. */
function render(json: string, width: number, height: number, lang: Language): string {
  const payload = JSON.parse(json) as ChartPayload;
  for (const name of payload.maps ?? []) loadMap(name);
  const chart = init(null, undefined, { renderer: 'svg', ssr: true, width, height });
  try {
    chart.setOption(prepare(payload, { lang, animation: false }));
    const painter = chart.getZr().painter as unknown as StringPainter;
    return painter.renderToString({ useViewBox: true, cssAnimation: false, cssEmphasis: false });
  } finally {
    chart.dispose();
  }
}

(globalThis as Host).meridianRender = render;
