import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['src/**/*.test.ts', 'test/**/*.test.ts'],
    setupFiles: ['test/fast-check-seed.ts'],
    testTimeout: 60_000,
    hookTimeout: 120_000,
    pool: 'threads',
    maxWorkers: 2,
    reporters: process.env.CI
      ? ['default', './scripts/count-reporter.mjs']
      : ['default', './scripts/count-reporter.mjs'],
  },
})
