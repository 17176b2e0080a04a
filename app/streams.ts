declare global {
  var interlinearStreams: Set<() => void> | undefined
}

/** Streams that are open: a server that is to end waits for every answer, and these have no end of their own. */
function open(): Set<() => void> {
  if (globalThis.interlinearStreams) return globalThis.interlinearStreams
  const streams = new Set<() => void>()
  globalThis.interlinearStreams = streams
  const endAll = () => {
    for (const end of [...streams]) end()
  }
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, endAll)
  return streams
}

/** Has `end` called when the server ends; the answer takes that back. */
export function untilServerEnds(end: () => void): () => void {
  open().add(end)
  return () => open().delete(end)
}
