/**
 * The part of ECharts every page needs: what the charts of the overview are
 * made of, and nothing else. Other pages need more: `further.ts` and
 * `network.ts` are chunks of their own, loaded when a chart asks for them. The
 * caller brings the renderer: canvas on screen, SVG in exported pictures.
 */
import { BarChart, LineChart, MapChart, ScatterChart } from 'echarts/charts';
import {
  AriaComponent,
  GeoComponent,
  GridComponent,
  LegendPlainComponent,
  TooltipComponent,
  VisualMapPiecewiseComponent,
} from 'echarts/components';
import { getMap, init, registerMap, setPlatformAPI, use } from 'echarts/core';
import { LabelLayout } from 'echarts/features';

use([
  LineChart,
  BarChart,
  ScatterChart,
  MapChart,
  GeoComponent,
  GridComponent,
  LegendPlainComponent,
  TooltipComponent,
  VisualMapPiecewiseComponent,
  AriaComponent,
  LabelLayout,
]);

export type { ECharts } from 'echarts/core';
export { getMap, init, registerMap, setPlatformAPI, use };
