/** The network kinds: a chunk of its own, loaded when a chart asks for one of them. */
import { GraphChart, SankeyChart, TreemapChart } from 'echarts/charts';
import { use } from './echarts';

use([GraphChart, SankeyChart, TreemapChart]);
