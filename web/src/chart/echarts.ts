/**
 * The part of ECharts every page needs: the chart kinds of the overview, their
 * components, and nothing else. The network kinds are in `network.ts`, a second
 * chunk loaded when a chart asks for one. The caller brings the renderer:
 * canvas on screen, SVG in exported pictures.
 */
import {
  BarChart,
  CustomChart,
  EffectScatterChart,
  HeatmapChart,
  LineChart,
  LinesChart,
  MapChart,
  PieChart,
  ScatterChart,
} from 'echarts/charts';
import {
  AriaComponent,
  DatasetComponent,
  GeoComponent,
  GraphicComponent,
  GridComponent,
  LegendPlainComponent,
  MarkAreaComponent,
  MarkLineComponent,
  MarkPointComponent,
  TitleComponent,
  TooltipComponent,
  VisualMapComponent,
} from 'echarts/components';
import { getMap, init, registerMap, setPlatformAPI, use } from 'echarts/core';
import { LabelLayout } from 'echarts/features';

use([
  LineChart,
  BarChart,
  ScatterChart,
  EffectScatterChart,
  PieChart,
  HeatmapChart,
  MapChart,
  LinesChart,
  CustomChart,
  GeoComponent,
  GridComponent,
  DatasetComponent,
  LegendPlainComponent,
  TitleComponent,
  TooltipComponent,
  VisualMapComponent,
  MarkLineComponent,
  MarkAreaComponent,
  MarkPointComponent,
  GraphicComponent,
  AriaComponent,
  LabelLayout,
]);

export type { ECharts } from 'echarts/core';
export { getMap, init, registerMap, setPlatformAPI, use };
