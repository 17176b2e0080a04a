import { type ChildProcess, fork } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Answer, Task } from './task'

/** What one reading may take: milliseconds, and megabytes of the process that reads. */
export type Bounds = { readonly time: number; readonly memory: number }

/** The bounds of every reading; INTERLINEAR_READ_SECONDS sets another time. */
export const bounds: Bounds = { time: secondsAllowed() * 1000, memory: 800 }

/** How a reading ended that gave no answer. */
export type Ended = 'timed-out' | 'out-of-memory' | 'failed'

/** A process lives for so many files at most, and for so many milliseconds after the last. */
const FILES = 200
const IDLE = 20_000

/** How often the memory of a reading process is looked at, in milliseconds. */
const LOOK = 200

/**
 * One process that reads files one after another. It is started when it is needed, ended when a reading goes beyond its bounds, and started anew for the next
 * file. While it is idle it keeps nothing alive.
 */
export class Reader {
  #child: ChildProcess | null = null
  #done = 0
  #idle: NodeJS.Timeout | null = null

  constructor(readonly limits: Bounds = bounds) {}

  /** Runs one task; only one may run at a time. Never rejects. */
  run(task: Task): Promise<Answer | Ended> {
    if (this.#idle !== null) clearTimeout(this.#idle)
    const child = this.#child ?? this.#start()
    child.ref()
    child.channel?.ref()
    return new Promise((resolve) => {
      const end = (how: Answer | Ended) => {
        clearTimeout(clock)
        clearInterval(looking)
        child.removeAllListeners()
        if (typeof how === 'string') this.#stop()
        else this.#rest(child)
        resolve(how)
      }
      const clock = setTimeout(() => end('timed-out'), this.limits.time)
      const looking = setInterval(() => {
        if (residentMegabytes(child.pid) > this.limits.memory) end('out-of-memory')
      }, LOOK)
      child.on('message', (answer: Answer) => end(answer))
      child.on('error', () => end('failed'))
      // V8 ends a process that outgrows its heap by SIGABRT.
      child.on('exit', (code, signal) => end(signal === 'SIGABRT' || code === 134 ? 'out-of-memory' : 'failed'))
      child.send(task, (error) => {
        if (error !== null) end('failed')
      })
    })
  }

  /** Ends the process, if there is one. */
  close(): void {
    this.#stop()
  }

  #start(): ChildProcess {
    const script = join(process.cwd(), 'formats', 'worker', 'main.ts')
    const child = fork(/* turbopackIgnore: true */ script, [], {
      // This bounds the heap alone; buffers lie outside of it and are seen by the look at the memory.
      execArgv: [`--max-old-space-size=${Math.round(this.limits.memory * 0.75)}`, '--import', 'tsx'],
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
      env: environment(),
    })
    this.#child = child
    this.#done = 0
    return child
  }

  #rest(child: ChildProcess) {
    if (++this.#done >= FILES) return this.#stop()
    child.on('error', () => this.#stop())
    child.on('exit', () => this.#stop())
    child.unref()
    child.channel?.unref()
    this.#idle = setTimeout(() => this.#stop(), IDLE)
    this.#idle.unref()
  }

  #stop() {
    if (this.#idle !== null) clearTimeout(this.#idle)
    this.#child?.removeAllListeners()
    // A process that is being killed may still say that it cannot be reached.
    this.#child?.on('error', () => {})
    this.#child?.kill('SIGKILL')
    this.#child = null
  }
}

/** The reading process gets what it needs to run and none of the secrets of the server. */
function environment(): NodeJS.ProcessEnv {
  const { PATH, HOME, LANG, TMPDIR, TEMP, TMP, SystemRoot, INTERLINEAR_SOFFICE } = process.env
  const kept = { PATH, HOME, LANG, TMPDIR, TEMP, TMP, SystemRoot, INTERLINEAR_SOFFICE }
  return { ...kept, NODE_ENV: process.env.NODE_ENV ?? 'production' }
}

/** The memory a process holds, where the system says so as Linux does; 0 elsewhere, and the limit of the heap stands alone. */
function residentMegabytes(pid: number | undefined): number {
  if (pid === undefined || process.platform !== 'linux') return 0
  try {
    const pages = Number(readFileSync(`/proc/${pid}/statm`, 'latin1').split(' ')[1])
    return (pages * 4096) / 2 ** 20
  } catch {
    return 0
  }
}

function secondsAllowed(): number {
  const said = Number(process.env.INTERLINEAR_READ_SECONDS)
  return Number.isFinite(said) && said > 0 ? said : 30
}
