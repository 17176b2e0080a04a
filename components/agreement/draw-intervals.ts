import type { Interval } from '@/core/agreement/distribution'
import type { IntervalJob, IntervalNews } from '@/core/agreement/job'
import type { Progress } from '@/core/agreement/progress'

/** Intervals being drawn: `done` settles with them, in the order asked, or rejects when the worker fails; `cancel` ends it. */
export type Drawing = { readonly done: Promise<readonly (Interval | null)[]>; readonly cancel: () => void }

/** Draws a job's intervals in a worker of the browser, so that the page stays alive. After `cancel`, `done` never settles. */
export function drawIntervals(job: IntervalJob, onProgress: (progress: Progress) => void): Drawing {
  const worker = new Worker(new URL('./interval-worker.ts', import.meta.url), { type: 'module' })
  const done = new Promise<readonly (Interval | null)[]>((settle, fail) => {
    worker.onmessage = ({ data: news }: MessageEvent<IntervalNews>) => {
      if (news.kind === 'progress') onProgress(news)
      else {
        worker.terminate()
        settle(news.intervals)
      }
    }
    worker.onerror = (event) => {
      worker.terminate()
      fail(new Error(event.message))
    }
  })
  worker.postMessage(job)
  return { done, cancel: () => worker.terminate() }
}
