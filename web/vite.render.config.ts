import { defineConfig } from 'vite';

/** The chart bundle for the server's JavaScript engine: one script, no modules, no browser. */
export default defineConfig({
  define: { 'process.env.NODE_ENV': '"production"', __DEV__: 'false' },
  build: {
    outDir: 'dist/render',
    emptyOutDir: true,
    copyPublicDir: false,
    target: 'es2020',
    minify: true,
    reportCompressedSize: false,
    lib: {
      entry: 'src/chart/render.ts',
      formats: ['iife'],
      name: 'meridianChart',
      fileName: () => 'chart.js',
    },
  },
});
