import { CanvasRenderer } from 'echarts/renderers';
import { init, setPlatformAPI, use, type ECharts } from './echarts';
import { mapsOf } from './geo';
import { chunksOf, list, type Chunk } from './kinds';
import { loadMaps, type MapFile } from './maps';
import { canvasWidths, measuring } from './measure';
import { standInOnPaper } from './paper';
import type { Cell, ChartPayload, Column, Json, Language } from './payload';
import { baseOf, prepare, type PreparedOption } from './prepare';
import { rowOf, tooltip, type MarkParams } from './tooltip';

use([CanvasRenderer]);
setPlatformAPI({ measureText: measuring(canvasWidths()) });

/** The stacks on screen name no font of another language: one stray letter would load the whole of it. */
const stacks: Record<Language, [latin: string, han: string]> = {
  en: ["'Source Sans 3', 'Meridian Signs'", 'system-ui, sans-serif'],
  'zh-Hant': ["'Source Sans 3', 'Meridian Signs'", "'Noto Sans HK', system-ui, sans-serif"],
  'zh-Hans': ["'Source Sans 3', 'Meridian Signs'", "'Noto Sans SC', system-ui, sans-serif"],
};

/** What the page around a chart brings. */
export interface Frame {
  lang: Language;
  /** No movement: the reader asked for none. */
  still: boolean;
  loadMap: (name: string) => Promise<unknown>;
  writeCell: (value: Cell | undefined, column: Column, lang: Language) => string;
  /** A mark that stands for a row was chosen: the numbers it shows, and where it was, in pixels of the window. */
  onpick: (row: number, numbers: number[], x: number, y: number) => void;
  /** The pointer is on the mark of a row, or on none. */
  onhover: (row: number | null) => void;
}

interface Mark {
  seriesIndex: number;
  dataIndex: number;
}

/** A chart on the page: draws payloads into an element until it is disposed. */
export class ChartView {
  #chart: ECharts | null = null;
  readonly #chunks = new Set<Chunk>();
  readonly #sized: ResizeObserver;
  #payload: ChartPayload | null = null;
  #option: PreparedOption = {};
  #marks = new Map<number, Mark[]>();
  readonly #unprint: () => void;
  #zoom = 1;
  #over = false;

  constructor(
    private readonly element: HTMLElement,
    private readonly frame: () => Frame,
  ) {
    this.#sized = new ResizeObserver(() => this.#fit());
    this.#sized.observe(element);
    document.fonts.addEventListener('loadingdone', this.#lettered);
    this.#unprint = standInOnPaper(element, () => this.#chart);
  }

  /** Draws a payload; what it needs (maps, parts of ECharts, fonts) is loaded first. */
  async draw(payload: ChartPayload): Promise<void> {
    const { lang, still, loadMap } = this.frame();
    await Promise.all([
      this.#load(chunksOf(payload.option)),
      loadMaps(mapsOf(payload.option), (name) => loadMap(name) as Promise<MapFile>),
      fontsFor(lang),
    ]);
    if (this.#over) return;
    const chart = (this.#chart ??= this.#open());
    this.#payload = payload;
    this.#option = prepare(payload, { lang, animation: !still, fontFamily: stacks[lang].join(', ') });
    this.#adapt(this.#option);
    this.#marks = marksOf(payload);
    this.#zoom = 1;
    chart.setOption(this.#option, { notMerge: true });
  }

  /** A chart knows the parts there were when it was made, so one that needs more is made anew. */
  async #load(chunks: Chunk[]): Promise<void> {
    const missing = chunks.filter((chunk) => !this.#chunks.has(chunk));
    await Promise.all(missing.map((chunk) => (chunk === 'network' ? import('./network') : import('./further'))));
    if (missing.length === 0) return;
    missing.forEach((chunk) => this.#chunks.add(chunk));
    this.#chart?.dispose();
    this.#chart = null;
  }

  #open(): ECharts {
    const chart = init(this.element, null, { renderer: 'canvas' });
    chart.on('click', (event) => this.#pick(event as MarkParams, event.event));
    chart.on('mouseover', (event) => this.frame().onhover(rowOf(event as MarkParams)));
    chart.on('mouseout', () => this.frame().onhover(null));
    return chart;
  }

  /** Zooms the map about its middle; 0 shows the whole of it again. */
  zoom(factor: number): void {
    if (factor === 0) {
      this.#zoom = 1;
      this.#chart?.setOption(this.#option, { notMerge: true });
      return;
    }
    this.#zoom = Math.max(1, Math.min(12, this.#zoom * factor));
    this.#roam({ zoom: factor, originX: this.element.clientWidth / 2, originY: this.element.clientHeight / 2 });
    // Once there is more map than frame, it can be dragged; the wheel stays with the page.
    this.#chart?.setOption({ geo: this.#geos().map(() => ({ roam: this.#zoom > 1 ? 'move' : false })) });
  }

  /** Moves the map by pixels. */
  pan(dx: number, dy: number): void {
    if (this.#zoom > 1) this.#roam({ dx, dy });
  }

  /** Marks the row's shapes, or none. */
  highlight(row: number | null): void {
    const chart = this.#chart;
    if (!chart) return;
    chart.dispatchAction({ type: 'downplay' });
    const marks = row === null ? [] : (this.#marks.get(row) ?? []);
    for (const mark of marks) chart.dispatchAction({ type: 'highlight', ...mark });
    if (marks[0]) chart.dispatchAction({ type: 'showTip', ...marks[0] });
    else chart.dispatchAction({ type: 'hideTip' });
  }

  dispose(): void {
    this.#over = true;
    document.fonts.removeEventListener('loadingdone', this.#lettered);
    this.#unprint();
    this.#sized.disconnect();
    this.#chart?.dispose();
  }

  /** Letters a picture brings are loaded when it is drawn; with them it is drawn again. */
  readonly #lettered = (): void => this.#chart?.resize();

  #pick(mark: MarkParams, on: { offsetX: number; offsetY: number } | undefined): void {
    const row = rowOf(mark);
    if (row === null) return;
    this.#chart?.dispatchAction({ type: 'hideTip' });
    const { left, top } = this.element.getBoundingClientRect();
    const numbers = [mark.value].flat().filter((value) => typeof value === 'number');
    this.frame().onpick(row, numbers, left + (on?.offsetX ?? 0), top + (on?.offsetY ?? 0));
  }

  #roam(change: Record<string, number>): void {
    this.#geos().forEach((_, geoIndex) => {
      if (geoIndex === 0) this.#chart?.dispatchAction({ type: 'geoRoam', componentType: 'geo', geoIndex, ...change });
    });
  }

  #geos(): Json[] {
    return list(baseOf(this.#option)['geo'] as Json | undefined);
  }

  #fit(): void {
    const { clientWidth: width, clientHeight: height } = this.element;
    const chart = this.#chart;
    if (!chart || width === 0 || height === 0) return;
    if (width !== chart.getWidth() || height !== chart.getHeight()) chart.resize();
  }

  /** What only a page can do: a tooltip made of elements, and a map that leaves the wheel alone. */
  #adapt(option: PreparedOption): void {
    const base = baseOf(option);
    base['tooltip'] = {
      ...(base['tooltip'] as object | undefined),
      show: true,
      confine: true,
      className: 'chart-tip',
      transitionDuration: 0,
      formatter: (params: MarkParams | MarkParams[]) => {
        const { lang, writeCell } = this.frame();
        return this.#payload ? tooltip(params, this.#payload, lang, writeCell) : '';
      },
    };
    for (const geo of this.#geos()) (geo as { roam?: Json }).roam = false;
  }
}

/** Which marks stand for which row. */
function marksOf(payload: ChartPayload): Map<number, Mark[]> {
  const marks = new Map<number, Mark[]>();
  const base = baseOf(payload.option as PreparedOption);
  list(base['series'] as Json | undefined).forEach((series, seriesIndex) => {
    const data = (series as { data?: unknown }).data;
    if (!Array.isArray(data)) return;
    data.forEach((item: unknown, dataIndex) => {
      const row = rowOf({ data: item });
      if (row !== null) marks.set(row, [...(marks.get(row) ?? []), { seriesIndex, dataIndex }]);
    });
  });
  return marks;
}

/** Canvas measures text once, so the letters of the page must be there before the first draw; not for longer than a moment, though. */
async function fontsFor(lang: Language): Promise<void> {
  const latin = ['400', '600'].map((weight) => document.fonts.load(`${weight} 13px ${stacks[lang][0]}`, 'Aa0'));
  const patience = new Promise((done) => setTimeout(done, 1200));
  await Promise.race([Promise.all([...latin, document.fonts.ready]), patience]).catch(() => undefined);
}
