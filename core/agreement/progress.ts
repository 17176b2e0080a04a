/** How much of a long computation is done. */
export type Progress = { readonly done: number; readonly of: number }

/** Takes all steps of a long computation at once. */
export function finished<T>(steps: Generator<Progress, T>): T {
  for (;;) {
    const step = steps.next()
    if (step.done) return step.value
  }
}
