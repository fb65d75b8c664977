import { ChartError } from './error';
import { isObject, list, optionParts } from './kinds';
import type { Json, JsonObject } from './payload';
import { projection } from './projection';

type Project = (point: [number, number]) => [number, number] | null;

/**
 * Puts every longitude and latitude of an option on the plane its map is drawn
 * on. The maps are stored projected, so ECharts is told of no projection; a
 * point the projection cannot show becomes `-`, ECharts' word for "no value".
 */
export function projectGeo(option: JsonObject): void {
  const geos = geoNames(option);
  for (const part of optionParts(option)) {
    for (const geo of list(part['geo'])) if (isObject(geo)) placeGeo(geo);
    for (const series of list(part['series'])) {
      if (!isObject(series)) continue;
      if (series['type'] === 'map') flat(series);
      // A graph's places are on a plane too; stretched, its round marks would be squashed.
      else if (series['type'] === 'graph') series['preserveAspect'] ??= 'contain';
      else placeSeries(series, geos);
    }
  }
}

/** The names of the maps an option is drawn on, each once. */
export function mapsOf(option: JsonObject): string[] {
  const names = optionParts(option).flatMap((part) => [
    ...list(part['geo']),
    ...list(part['series']).filter((series) => isObject(series) && series['type'] === 'map'),
  ]);
  return [...new Set(names.flatMap((item) => (isObject(item) && typeof item['map'] === 'string' ? [item['map']] : [])))];
}

/** The map of each geo component, by index. */
function geoNames(option: JsonObject): string[] {
  for (const part of optionParts(option)) {
    const geos = list(part['geo']);
    if (geos.length > 0) return geos.map((geo) => (isObject(geo) ? String(geo['map'] ?? '') : ''));
  }
  return [];
}

/** The geometry is on a plane already: keep its shape, whatever box it is given. */
function flat(component: JsonObject): void {
  component['aspectScale'] ??= 1;
  component['preserveAspect'] ??= 'contain';
}

function placeGeo(geo: JsonObject): void {
  flat(geo);
  const name = geo['map'];
  if (typeof name !== 'string' || !isPair(geo['center'])) return;
  geo['center'] = place(geo['center'], projectFor(name));
}

function placeSeries(series: JsonObject, geos: string[]): void {
  const onGeo = series['coordinateSystem'] === 'geo' || (series['type'] === 'lines' && series['coordinateSystem'] === undefined);
  if (!onGeo || !Array.isArray(series['data'])) return;
  const index = typeof series['geoIndex'] === 'number' ? series['geoIndex'] : 0;
  const name = geos[index];
  if (name === undefined) throw new ChartError(`a series is on geo ${index}, which the option does not have`);
  const project = projectFor(name);
  series['data'] = series['data'].map((item) => placeItem(item, project));
}

function placeItem(item: Json, project: Project): Json {
  if (Array.isArray(item)) {
    return Array.isArray(item[0]) ? item.map((point) => placePair(point, project)) : placePair(item, project);
  }
  if (!isObject(item)) return item;
  const placed: JsonObject = { ...item };
  if (Array.isArray(item['coords'])) placed['coords'] = item['coords'].map((point) => placePair(point, project));
  if (Array.isArray(item['value']) && !item['coords']) placed['value'] = placePair(item['value'], project);
  return placed;
}

function placePair(value: Json, project: Project): Json {
  return isPair(value) ? place(value, project) : value;
}

function place(value: Json[], project: Project): Json[] {
  const point = project([value[0] as number, value[1] as number]);
  return point ? [...point, ...value.slice(2)] : ['-', '-', ...value.slice(2)];
}

function isPair(value: Json | undefined): value is Json[] {
  return Array.isArray(value) && typeof value[0] === 'number' && typeof value[1] === 'number';
}

function projectFor(name: string): Project {
  const project = projection(name);
  if (!project) throw new ChartError(`unknown map "${name}"`);
  return project;
}
