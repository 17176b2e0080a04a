import { type IntervalJob, runIntervals } from '@/core/agreement/job'

/** The browser's worker: takes one job, tells its progress and its intervals. */
self.onmessage = (event: MessageEvent<IntervalJob>) => {
  runIntervals(event.data, (news) => self.postMessage(news))
}
