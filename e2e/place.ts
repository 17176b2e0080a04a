import { resolve } from 'node:path'

/** Where the program under test listens and keeps its data. */
export const port = Number(process.env.E2E_PORT ?? 3190)
export const data = resolve('e2e/.state/data')
/** Where a journey that signs in through a provider starts one. */
export const providerPort = port + 1000
