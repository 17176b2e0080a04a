import type { IncomingCode } from '@/core/codebook/incoming'
import type { Batch } from '../batch'
import { limits } from '../limits'
import { type Reading, refuse } from '../reading'
import type { Sheet } from '../sheet'
import type { ReadTranscript, TranscriptOptions } from '../transcript'
import { bounds, type Ended, Reader } from './reader'
import type { Answer, Task } from './task'

/** Files that are read at the same time; the others wait. */
const AT_ONCE = 2

const readers = Array.from({ length: AT_ONCE }, () => new Reader())
const free = [...readers]
const waiting: ((reader: Reader) => void)[] = []

/**
 * Reads a transcript in a process of its own, bounded in time and memory: a file that takes more is refused and stops nothing else. Otherwise as
 * `readTranscript` of the register.
 */
export async function readTranscript(
  name: string,
  bytes: Uint8Array,
  options: TranscriptOptions = {},
): Promise<Reading<ReadTranscript>> {
  const answer = await run({ kind: 'transcript', name, bytes, options })
  return typeof answer === 'string' ? ended(name, answer) : (answer.transcript ?? ended(name, 'failed'))
}

/** Reads a sheet in a process of its own, as `readTranscript` reads transcripts. */
export async function readSheet(name: string, bytes: Uint8Array): Promise<Reading<Sheet>> {
  const answer = await run({ kind: 'sheet', name, bytes })
  return typeof answer === 'string' ? ended(name, answer) : (answer.sheet ?? ended(name, 'failed'))
}

/** Unpacks a zip of files in a process of its own, as `readTranscript` reads transcripts. */
export async function readBatch(name: string, bytes: Uint8Array): Promise<Reading<Batch>> {
  const answer = await run({ kind: 'batch', name, bytes })
  return typeof answer === 'string' ? ended(name, answer) : (answer.batch ?? ended(name, 'failed'))
}

/** Reads a codebook in a process of its own, as `readTranscript` reads transcripts. */
export async function readCodebook(name: string, bytes: Uint8Array): Promise<Reading<readonly IncomingCode[]>> {
  const answer = await run({ kind: 'codebook', name, bytes })
  return typeof answer === 'string' ? ended(name, answer) : (answer.codebook ?? ended(name, 'failed'))
}

/** Ends the reading processes; the next file starts them anew. */
export function closeReaders(): void {
  for (const reader of readers) reader.close()
}

async function run(task: Task): Promise<Answer | Ended> {
  // What is too large is refused by its length, and need not be handed over.
  const bytes = task.bytes.length > limits.file ? new Uint8Array(limits.file + 1) : task.bytes
  const reader = free.pop() ?? (await new Promise<Reader>((resolve) => waiting.push(resolve)))
  try {
    const answer = await reader.run({ ...task, bytes })
    // A fault of the program, not of the file: the person is told that it failed, the log why.
    if (typeof answer !== 'string' && answer.fault !== undefined) console.error(answer.fault)
    return answer
  } finally {
    const next = waiting.shift()
    if (next === undefined) free.push(reader)
    else next(reader)
  }
}

function ended(name: string, how: Ended) {
  if (how === 'timed-out') return refuse('timedOut', name, { limit: Math.round(bounds.time / 1000) })
  return refuse(how === 'out-of-memory' ? 'ranOut' : 'readerFailed', name)
}
