import { sansStack } from './fonts';
import { formatter } from './formatters';
import { projectGeo } from './geo';
import { checkKinds } from './kinds';
import type { ChartPayload, FormatterRef, Json, JsonObject, PrepareOptions } from './payload';

/** An option with its formatters set: ready for `chart.setOption`. */
export type PreparedOption = { [key: string]: unknown };

/**
 * Turns a payload into an option ECharts can draw, in the browser and on the
 * server alike. The payload is never changed. Its maps must be registered
 * before the option is drawn.
 */
export function prepare(payload: ChartPayload, options: PrepareOptions): PreparedOption {
  checkKinds(payload.option);
  const option = copy(payload.option) as JsonObject;
  projectGeo(option);
  const ready: PreparedOption = option;
  const base = baseOf(ready);
  base['textStyle'] = {
    ...(base['textStyle'] as object | undefined),
    fontFamily: options.fontFamily ?? sansStack[options.lang],
  };
  base['animation'] = options.animation;
  for (const ref of payload.formatters ?? []) setFormatter(ready, ref, options);
  return ready;
}

/** The part of an option that always applies: the option itself, or its base beside media cases. */
export function baseOf(option: PreparedOption): PreparedOption {
  const base = option['baseOption'];
  return typeof base === 'object' && base !== null ? (base as PreparedOption) : option;
}

function setFormatter(option: PreparedOption, ref: FormatterRef, options: PrepareOptions): void {
  const path = ref.path.split('.');
  const first = path[0] ?? '';
  const from = first === 'baseOption' || first === 'media' ? option : baseOf(option);
  setAt(from, path, formatter(ref.id, options.lang));
}

/** Sets a value at a path, making the objects on the way; a single component answers to index 0. */
function setAt(from: PreparedOption, path: string[], value: unknown): void {
  let at: PreparedOption = from;
  for (const key of path.slice(0, -1)) {
    if (key === '0' && !Array.isArray(at) && !('0' in at)) continue;
    const next = at[key];
    if (typeof next !== 'object' || next === null) at[key] = {};
    at = at[key] as PreparedOption;
  }
  at[path[path.length - 1] as string] = value;
}

function copy(value: Json): Json {
  if (Array.isArray(value)) return value.map(copy);
  if (value === null || typeof value !== 'object') return value;
  const result: JsonObject = {};
  for (const [key, item] of Object.entries(value)) result[key] = copy(item);
  return result;
}
