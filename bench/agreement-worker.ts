import { parentPort, workerData } from 'node:worker_threads'
import { type IntervalJob, runIntervals } from '@/core/agreement/job'

const job: IntervalJob = workerData
runIntervals(job, (news) => parentPort?.postMessage(news))
