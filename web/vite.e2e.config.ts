import { defineConfig } from 'vitest/config';

/** Browser tests against the built program, which e2e/serve.ts starts; MERIDIAN_URL tests another. */
export default defineConfig({
  test: {
    include: ['e2e/**/*.test.ts'],
    globalSetup: ['e2e/serve.ts'],
    fileParallelism: false,
    // A busy machine may be late with a frame once; a fault is there twice.
    retry: 1,
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
