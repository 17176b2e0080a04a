import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The folder of the checkout. */
export const root = dirname(dirname(fileURLToPath(import.meta.url)))

const sourceRooms = ['app', 'auth', 'components', 'core', 'db', 'formats', 'messages', 'sample']
const sourceFiles = ['package-lock.json', 'instrumentation.ts', 'next.config.ts', 'tsconfig.json']

let running

/** Asks the program that `run` waits for to end. */
export function interrupt() {
  running?.kill('SIGTERM')
}

/** Runs a program in the checkout and waits for it; throws when it does not end with 0. */
export function run(command, args, environment = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd: root, stdio: 'inherit', env: { ...process.env, ...environment } })
    running = child
    child.on('error', reject)
    child.on('exit', (code) =>
      code === 0 ? resolve() : reject(new Error(`${command} ${args.join(' ')}: exit ${code}`)),
    )
  })
}

/** Runs a command of ours, with one process less than tsx's own program takes. */
export function runCommand(args, environment = {}) {
  return run(process.execPath, ['--import', 'tsx', join('cli', 'index.ts'), ...args], environment)
}

/** Runs one of the installed packages' programs with this very Node. */
export function runPackage(script, args, environment = {}) {
  return run(process.execPath, [join(root, 'node_modules', script), ...args], environment)
}

function refuseOldNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
  if (major > 20 || (major === 20 && minor >= 9)) return
  console.error(`Interlinear needs Node 20.9 or newer; this is ${process.versions.node}.`)
  process.exit(1)
}

async function unlessStamped(stamp, key, work) {
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === key) return
  await work()
  mkdirSync(dirname(stamp), { recursive: true })
  writeFileSync(stamp, key)
}

/** Installs what the lockfile says, unless that is what is there (for this version of Node's binary interface). */
export async function install() {
  refuseOldNode()
  const lock = createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex')
  await unlessStamped(join(root, 'node_modules', '.interlinear'), `${lock} ${process.versions.modules}`, () => {
    console.log('Installing packages; the first time takes a few minutes, a database is compiled.')
    return run('npm', ['ci', '--no-audit', '--no-fund'])
  })
}

function* files(folder) {
  for (const entry of readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) yield* files(path)
    else if (!/\.test\.tsx?$/.test(entry.name)) yield path
  }
}

function sources() {
  const hash = createHash('sha256')
  const paths = [
    ...sourceFiles.map((file) => join(root, file)),
    ...sourceRooms.flatMap((room) => [...files(join(root, room))]),
  ]
  for (const path of paths) hash.update(path.slice(root.length)).update('\0').update(readFileSync(path)).update('\0')
  return hash.digest('hex')
}

/** Builds the application, unless the sources are those of the last build. */
export async function build() {
  await unlessStamped(join(root, '.next', 'interlinear'), sources(), () => {
    console.log('Building; this takes half a minute.')
    return runPackage('next/dist/bin/next', ['build'], { NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' })
  })
}
