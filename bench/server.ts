import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'

/** Where the measured program listens; BENCH_PORT chooses another place. */
const port = process.env.BENCH_PORT ?? '3191'
const address = `http://127.0.0.1:${port}`

/** A running program: where it is, how long it took until it answered, and how to end it. */
export type Server = { readonly address: string; readonly took: number; readonly stop: () => Promise<void> }

/** Starts the program on a data folder as `npm start` does (a build comes first when the sources changed) and waits until it answers. */
export async function served(folder: string): Promise<Server> {
  const begun = performance.now()
  const child = spawn(process.execPath, [join('scripts', 'start.mjs')], {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: {
      ...process.env,
      INTERLINEAR_DATA: folder,
      INTERLINEAR_SAMPLE: 'off',
      INTERLINEAR_BACKUPS: '0',
      NEXTAUTH_URL: address,
      HOST: '127.0.0.1',
      PORT: port,
    },
  })
  await answering(child)
  const took = performance.now() - begun
  const stop = async () => {
    if (child.exitCode !== null) return
    child.kill('SIGTERM')
    const [code] = await once(child, 'exit')
    if (code !== 0) throw new Error(`the program ended with ${code} when it was asked to`)
  }
  return { address, took, stop }
}

async function answering(child: ChildProcess): Promise<void> {
  for (;;) {
    if (child.exitCode !== null) throw new Error(`the program ended with ${child.exitCode} instead of answering`)
    const answer = await fetch(`${address}/sign-in`).catch(() => null)
    await answer?.arrayBuffer()
    if (answer?.ok) return
    await new Promise((after) => setTimeout(after, 20))
  }
}
