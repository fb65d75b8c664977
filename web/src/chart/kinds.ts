import { ChartError } from './error';
import type { Json, JsonObject } from './payload';

/** Series types in the first chunk, `echarts.ts`. */
export const overviewKinds: readonly string[] = [
  'line',
  'bar',
  'scatter',
  'effectScatter',
  'pie',
  'heatmap',
  'map',
  'lines',
  'custom',
];

/** Series types in the second chunk, `network.ts`. */
export const networkKinds: readonly string[] = ['graph', 'sankey', 'treemap'];

/** Every part of an option that may hold series: itself, its base and its media cases. */
export function optionParts(option: JsonObject): JsonObject[] {
  const parts: JsonObject[] = [option];
  if (isObject(option['baseOption'])) parts.push(option['baseOption']);
  for (const item of list(option['media'])) {
    if (isObject(item) && isObject(item['option'])) parts.push(item['option']);
  }
  return parts;
}

/** The series types of an option, each once. */
export function seriesTypes(option: JsonObject): string[] {
  const types = new Set<string>();
  for (const part of optionParts(option)) {
    for (const series of list(part['series'])) {
      if (isObject(series) && typeof series['type'] === 'string') types.add(series['type']);
    }
  }
  return [...types];
}

/** Whether the chart needs the network chunk. */
export function needsNetwork(option: JsonObject): boolean {
  return seriesTypes(option).some((type) => networkKinds.includes(type));
}

/** Refuses a series type that is not bundled; ECharts would draw nothing and say nothing. */
export function checkKinds(option: JsonObject): void {
  for (const type of seriesTypes(option)) {
    if (!overviewKinds.includes(type) && !networkKinds.includes(type)) {
      throw new ChartError(`unknown series type "${type}"`);
    }
  }
}

/** Whether a JSON value is an object. */
export function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A component as a list: ECharts takes one object where a list of one is meant. */
export function list(value: Json | undefined): Json[] {
  if (value === undefined || value === null) return [];
  return Array.isArray(value) ? value : [value];
}
