import { rmSync } from 'node:fs'

// A journey begins on an empty house.
rmSync(process.env.INTERLINEAR_DATA, { recursive: true, force: true })
await import('../scripts/start.mjs')
