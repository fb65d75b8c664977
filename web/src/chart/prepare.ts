import type { ChartPayload, JsonObject, PrepareOptions } from './payload';

/** A named formatter once it is resolved: takes what ECharts passes to `formatter` there. */
export type Formatter = (value: unknown, index?: number) => string;

/** An option with its formatters set: ready for `chart.setOption`. */
export type PreparedOption = { [key: string]: unknown };

/** Turns a payload into an option ECharts can draw. The payload is never changed. */
export type Prepare = (payload: ChartPayload, options: PrepareOptions) => PreparedOption;

/** A copy of an option, deep enough to be changed without touching the original. */
export function copyOption(option: JsonObject): PreparedOption {
  return structuredCopy(option) as PreparedOption;
}

function structuredCopy(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(structuredCopy);
  if (value === null || typeof value !== 'object') return value;
  const copy: { [key: string]: unknown } = {};
  for (const [key, item] of Object.entries(value)) copy[key] = structuredCopy(item);
  return copy;
}
