import { readBatch, readSheet, readTranscript } from '..'
import { readCodebook } from '../codebook'
import type { Answer, Task } from './task'

// This is a process of its own: it reads one file after another, and whoever started it ends it when that takes too long or too much.
process.on('message', (task: Task) => {
  answerTo(task).then(
    (answer) => process.send?.(answer),
    (error: unknown) =>
      process.send?.({ fault: error instanceof Error ? (error.stack ?? error.message) : String(error) }),
  )
})
process.on('disconnect', () => process.exit(0))

async function answerTo(task: Task): Promise<Answer> {
  if (task.kind === 'transcript') return { transcript: await readTranscript(task.name, task.bytes, task.options) }
  if (task.kind === 'sheet') return { sheet: await readSheet(task.name, task.bytes) }
  if (task.kind === 'codebook') return { codebook: await readCodebook(task.name, task.bytes) }
  return { batch: await readBatch(task.name, task.bytes) }
}
