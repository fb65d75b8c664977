import { feature } from 'topojson-client';
import type { Feature, FeatureCollection } from 'geojson';
import type { GeometryCollection, Topology } from 'topojson-specification';
import { getMap, registerMap } from './echarts';
import { withMeridian } from './meridian';
import { fileOf } from './projection';

/** A map as it is stored: a topology whose coordinates are already on the plane. */
export type MapFile = Topology<Record<string, GeometryCollection>>;

/** Whether ECharts knows the map. */
export function hasMap(name: string): boolean {
  return Boolean(getMap(name));
}

/** Registers a map under its name, with the meridian the name asks for; doing so twice changes nothing. */
export function addMap(name: string, file: MapFile): void {
  if (!hasMap(name)) addFeatures(name, withMeridian(name, decode(file)));
}

/** Registers a map's features, whose coordinates are on the plane. */
export function addFeatures(name: string, features: FeatureCollection): void {
  registerMap(name, { geoJSON: features } as unknown as Parameters<typeof registerMap>[1]);
}

/** Loads and registers the maps that are not known yet, each from its file. */
export async function loadMaps(
  names: readonly string[],
  load: (name: string) => Promise<MapFile>,
): Promise<void> {
  const missing = names.filter((name) => !hasMap(name));
  const files = await Promise.all(missing.map((name) => load(fileOf(name))));
  missing.forEach((name, at) => addMap(name, files[at] as MapFile));
}

/** The features of a map; each is named by its id, because names come from the name table. */
export function decode(file: MapFile): FeatureCollection {
  const features: Feature[] = [];
  for (const object of Object.values(file.objects)) {
    for (const item of feature(file, object).features) {
      features.push({ ...item, properties: { ...item.properties, name: String(item.id) } });
    }
  }
  return { type: 'FeatureCollection', features };
}
