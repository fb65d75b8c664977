import type { ChartEntry } from './resources';
import type { Section, SectionId } from './sections';

/** How a chart stands on the page: its columns of twelve and the height of its picture. */
export interface Slot {
  entry: ChartEntry;
  span: number;
  height: number;
  /** Across the page, on top. */
  lead: boolean;
  /** Its finding is the page's headline. */
  headline: boolean;
  /** The part of the page that begins with it. */
  opens?: SectionId;
}

/** Kinds that want room to the sides. */
const broad = new Set(['map', 'sankey', 'graph', 'timeline', 'heatmap', 'treemap']);

const heights: Record<string, number> = { map: 440, sankey: 480, graph: 500, treemap: 420, heatmap: 400, timeline: 400 };

/** Charts the page gives a row of their own, after the pairs of their part. */
export type Alone = readonly string[];

/**
 * Sets the charts of a page. The first gives the headline; the first map, or
 * the first chart where there is none, leads across the page. Then, part by
 * part, pairs of seven and five columns that change sides from row to row, so
 * that the page has a rhythm and no uniform grid. The broader kind of a pair
 * gets the broader place. A part begins a row of its own; where the data has
 * charts for one part only, none is marked.
 */
export function compose(charts: readonly ChartEntry[], alone: Alone = [], sections: readonly Section[] = []): Slot[] {
  const lead = charts.find((chart) => chart.kind === 'map') ?? charts[0];
  if (!lead) return [];
  const rest = charts.filter((chart) => chart !== lead);
  const named = new Set(sections.flatMap((section) => section.charts));
  const parts = sections.map(({ id, charts: ids }) => ({ id, entries: ids.flatMap((each) => rest.find((chart) => chart.id === each) ?? []) }));
  const shown = parts.filter((part) => part.entries.length > 0);
  const slots = [slot(lead, 12, true), ...rows(rest.filter((chart) => !named.has(chart.id)), alone)];
  for (const part of shown) {
    const [first, ...others] = rows(part.entries, alone);
    if (first) slots.push(shown.length > 1 ? { ...first, opens: part.id } : first, ...others);
  }
  return slots.map((one) => ({ ...one, headline: one.entry === charts[0] }));
}

/** Pairs of charts, then those that stand alone. */
function rows(charts: readonly ChartEntry[], alone: Alone): Slot[] {
  const rest = charts.filter((chart) => !alone.includes(chart.id));
  const slots: Slot[] = [];
  let leftIsBroad = true;
  for (let at = 0; at < rest.length; ) {
    const [one, other] = [rest[at], rest[at + 1]];
    if (!one) break;
    if (!other) {
      slots.push(slot(one, 12, false));
      break;
    }
    const oneBroad: boolean = broad.has(one.kind) === broad.has(other.kind) ? leftIsBroad : broad.has(one.kind);
    const height = Math.max(heightOf(one), heightOf(other));
    slots.push({ ...slot(one, oneBroad ? 7 : 5, false), height }, { ...slot(other, oneBroad ? 5 : 7, false), height });
    leftIsBroad = !oneBroad;
    at += 2;
  }
  return [...slots, ...charts.filter((chart) => alone.includes(chart.id)).map((chart) => slot(chart, 12, false))];
}

function slot(entry: ChartEntry, span: number, lead: boolean): Slot {
  const height = heightOf(entry);
  return { entry, span, lead, headline: false, height: lead && entry.kind === 'map' ? 500 : height };
}

function heightOf(entry: ChartEntry): number {
  return heights[entry.kind] ?? 340;
}
