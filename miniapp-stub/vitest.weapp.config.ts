import { defineConfig } from 'vitest/config'

/** The WeChat build itself, run against a server, its database and the sandbox that already run (GRIDBELL_SERVER, GRIDBELL_SANDBOX). */
export default defineConfig({
  test: { include: ['test-weapp/**/*.test.ts'], environment: 'node', pool: 'forks', testTimeout: 90_000, hookTimeout: 90_000, bail: 1 },
})
