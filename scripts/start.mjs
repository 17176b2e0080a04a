import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { build, install, interrupt, root, runCommand } from './house.mjs'

const host = process.env.HOST || '127.0.0.1'
const port = process.env.PORT || '3000'
const data = resolve(root, process.env.INTERLINEAR_DATA || 'data')
const address = process.env.NEXTAUTH_URL || `http://${host === '0.0.0.0' ? '127.0.0.1' : host}:${port}`

let server
let stopping = false
for (const signal of ['SIGTERM', 'SIGINT'])
  process.on(signal, () => {
    stopping = true
    server?.kill('SIGTERM')
    interrupt()
  })

/** What comes before serving. Whoever stops it has got what they asked for. */
async function before(work) {
  try {
    await work()
  } catch (error) {
    if (!stopping) throw error
  }
  if (stopping) process.exit(0)
}

await before(install)
await before(build)
const environment = {
  ...process.env,
  INTERLINEAR_DATA: data,
  NEXTAUTH_URL: address,
  NODE_ENV: 'production',
  NEXT_TELEMETRY_DISABLED: '1',
}
await before(() => runCommand(['prepare', '--data', data], environment))

server = spawn(process.execPath, ['node_modules/next/dist/bin/next', 'start', '-H', host, '-p', port], {
  cwd: root,
  stdio: ['ignore', 'pipe', 'inherit'],
  env: { ...environment, NEXTAUTH_SECRET: readFileSync(join(data, 'secret'), 'utf8').trim() },
})
server.on('exit', (code, signal) => process.exit(stopping || signal === 'SIGTERM' ? 0 : (code ?? 1)))
server.on('error', (error) => {
  console.error(error.message)
  process.exit(1)
})

let announced = false
server.stdout.on('data', async (chunk) => {
  process.stdout.write(chunk)
  if (announced || !String(chunk).includes('Ready')) return
  announced = true
  console.log(`\nInterlinear is at ${address}`)
  await runCommand(['welcome', '--data', data, '--address', address], environment).catch((error) => {
    if (!stopping) console.error(error.message)
  })
})
