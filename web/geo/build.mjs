/**
 * Builds the maps and the place names: `npm run geo`. The same inputs give the
 * same files, byte for byte. See data/geo/README.md.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { runnerImport } from 'vite';
import { buildMaps } from './maps.mjs';
import { outlines } from './outlines.mjs';
import { placeRows, regionRows, subdivisionRows } from './places.mjs';

const out = fileURLToPath(new URL('../../data/geo/', import.meta.url));
const source = fileURLToPath(new URL('../src/chart/projection.ts', import.meta.url));

// The build projects with the very module the charts use, so that points and borders agree.
const { module: projection } = await runnerImport(source, { configFile: false, logLevel: 'error' });

mkdirSync(`${out}outline`, { recursive: true });
const { built, world, provinces } = await buildMaps(projection);
for (const [name, map] of Object.entries(built)) save(`${name}.json`, JSON.stringify(map));
const places = placeRows(world);
save('places.csv', csv(places));
save('regions.csv', csv(regionRows()));
save('subdivisions.csv', csv(subdivisionRows(provinces)));
const codes = places.filter(({ lng }) => lng !== '').map(({ code }) => code);
save('outline/outlines.json', JSON.stringify(await outlines(world, codes)));

function csv(rows) {
  const quoted = (value) => (/[",\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value);
  const lines = rows.map((row) => Object.values(row).map(quoted).join(','));
  return [Object.keys(rows[0]).join(','), ...lines].join('\n');
}

function save(name, text) {
  writeFileSync(out + name, text + '\n');
  const kilobytes = (bytes) => `${(bytes / 1024).toFixed(1)} KB`;
  console.log(`${name.padEnd(26)} ${kilobytes(text.length).padStart(9)}, gzip ${kilobytes(gzipSync(text).length).padStart(8)}`);
}
