/** What charts need that no chart of the overview does: a chunk of its own, loaded when a chart asks for a part of it. */
import { HeatmapChart, LinesChart } from 'echarts/charts';
import { MarkLineComponent, TitleComponent, VisualMapContinuousComponent } from 'echarts/components';
import { use } from './echarts';

use([HeatmapChart, LinesChart, MarkLineComponent, TitleComponent, VisualMapContinuousComponent]);
