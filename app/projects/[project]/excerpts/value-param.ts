/** How the URL says that a variable has a value: the variable's id, a colon, the value; nothing behind the colon = no value. */
export function valueParam(variable: string, value: string | null): string {
  return `${variable}:${value ?? ''}`
}

/** Reads it back; null for what has no colon. */
export function valueOfParam(param: string): { readonly variable: string; readonly value: string | null } | null {
  const colon = param.indexOf(':')
  if (colon < 0) return null
  return { variable: param.slice(0, colon), value: param.slice(colon + 1) || null }
}
