/** What files leave out, line by line under the first, which says how much. */
export function LeftOutList({ lines }: { lines: readonly string[] }) {
  const [heading, ...rest] = lines
  if (heading === undefined) return null
  const numbered = rest.map((line, i) => ({ line, key: `${i} ${line}` }))
  return (
    <details style={{ margin: '8px 0', maxWidth: 720 }}>
      <summary>{heading}</summary>
      <ul>
        {numbered.map(({ line, key }) => (
          <li key={key}>{line}</li>
        ))}
      </ul>
    </details>
  )
}
