import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vitest/config';
import { precompress } from './vite.precompress.ts';
import { nameWords } from './vite.words.ts';

// ECharts sits in chunks of its own: they change when ECharts does, not when a page does.
// What only the later parts need (src/chart/further.ts, network.ts) comes with them.
const chunks = [
  { name: 'vendor-echarts', test: /node_modules[\\/](echarts|zrender|tslib)[\\/]/, entriesAware: true },
  { name: 'vendor-geo', test: /node_modules[\\/](d3-geo|d3-array|internmap|topojson-client)[\\/]/ },
  // All that every page needs is one script: small ones side by side compress worse and come later.
  { name: 'first', tags: ['$initial' as const] },
];

/** Where the pages under work find their data. */
const program = process.env['MERIDIAN_URL'] ?? 'http://127.0.0.1:8080';

export default defineConfig({
  plugins: [svelte(), nameWords(), precompress()],
  build: {
    outDir: 'dist/site',
    emptyOutDir: true,
    target: 'es2022',
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 700,
    rolldownOptions: {
      output: {
        entryFileNames: 'assets/[name]-[hash].js',
        chunkFileNames: 'assets/[name]-[hash].js',
        codeSplitting: { groups: chunks },
      },
    },
  },
  // The import format (data/README.md) is served with the page.
  server: { fs: { allow: ['..'] }, proxy: { '/api': program, '/readyz': program } },
  test: { include: ['src/**/*.test.ts', 'geo/**/*.test.ts'], environment: 'node' },
});
