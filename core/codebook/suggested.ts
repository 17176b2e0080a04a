/**
 * The ids of codes in the order in which they are suggested before anything is typed: the three used last, then by how often each was used
 * (`counts`, most first), then the others used lately. Each stands once; codes never used are not among them.
 */
export function suggested(recent: readonly string[], counts: ReadonlyMap<string, number>): readonly string[] {
  const often = [...counts].sort((a, b) => b[1] - a[1]).map(([id]) => id)
  return [...new Set([...recent.slice(0, 3), ...often, ...recent])]
}
