import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    globalSetup: ['tests/support/build.ts'],
    testTimeout: 60_000,
    hookTimeout: 120_000,
    // what a browser, or the disk, takes on a busy machine
    expect: { poll: { timeout: 15_000 } },
  },
});
