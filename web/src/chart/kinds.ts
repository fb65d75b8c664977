import { ChartError } from './error';
import type { Json, JsonObject } from './payload';

/** A chunk of ECharts beside the first. */
export type Chunk = 'further' | 'network';

/** Series types by the chunk they are in: `echarts.ts`, `further.ts`, `network.ts`. */
const kinds: Record<'first' | Chunk, readonly string[]> = {
  first: ['line', 'bar', 'scatter', 'map'],
  further: ['heatmap', 'lines'],
  network: ['graph', 'sankey', 'treemap'],
};

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

/** The chunks an option needs beside the first. */
export function chunksOf(option: JsonObject): Chunk[] {
  const types = seriesTypes(option);
  const holds = (chunk: Chunk): boolean => types.some((type) => kinds[chunk].includes(type));
  const chunks: Chunk[] = holds('further') || optionParts(option).some(hasFurtherParts) ? ['further'] : [];
  return holds('network') ? [...chunks, 'network'] : chunks;
}

/** Components that are in `further.ts`: titles within the picture, marked lines, legends without steps. */
function hasFurtherParts(part: JsonObject): boolean {
  const continuous = list(part['visualMap']).some((map) => isObject(map) && map['type'] !== 'piecewise');
  const marked = list(part['series']).some((series) => isObject(series) && series['markLine'] !== undefined);
  return continuous || marked || part['title'] !== undefined;
}

/** Refuses a series type that is not bundled; ECharts would draw nothing and say nothing. */
export function checkKinds(option: JsonObject): void {
  for (const type of seriesTypes(option)) {
    if (!Object.values(kinds).some((known) => known.includes(type))) {
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
