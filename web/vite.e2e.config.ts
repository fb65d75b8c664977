import { defineConfig } from 'vitest/config';

/** Browser tests against the built program, which e2e/serve.ts starts; MERIDIAN_URL tests another. */
export default defineConfig({
  test: {
    include: ['e2e/**/*.test.ts'],
    globalSetup: ['e2e/serve.ts'],
    fileParallelism: false,
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
