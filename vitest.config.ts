import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

export default defineConfig({
  resolve: { alias: { '@': fileURLToPath(new URL('.', import.meta.url)) } },
  ssr: { resolve: { conditions: ['react-server', 'node', 'import', 'module', 'default'] } },
  test: { include: ['**/*.test.ts', '**/*.test.tsx'], exclude: ['node_modules', '.next', 'e2e'], testTimeout: 30_000 },
})
