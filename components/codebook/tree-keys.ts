import type { Step } from '@/core/codebook/tree'

/** What a key does in the tree. */
export type Command =
  | { readonly do: 'go'; readonly to: 'next' | 'previous' | 'first' | 'last' | 'right' | 'left' }
  | { readonly do: 'open' | 'rename' | 'beside' | 'under' | 'remove' | 'openAll' }
  | { readonly do: 'move'; readonly step: Step }
  | { readonly do: 'type'; readonly letter: string }

type Key = Pick<KeyboardEvent, 'key' | 'altKey' | 'ctrlKey' | 'metaKey' | 'shiftKey'>

const going: Readonly<Record<string, Command>> = {
  ArrowDown: { do: 'go', to: 'next' },
  ArrowUp: { do: 'go', to: 'previous' },
  ArrowRight: { do: 'go', to: 'right' },
  ArrowLeft: { do: 'go', to: 'left' },
  Home: { do: 'go', to: 'first' },
  End: { do: 'go', to: 'last' },
  Enter: { do: 'open' },
  ' ': { do: 'open' },
  F2: { do: 'rename' },
  Insert: { do: 'beside' },
  '+': { do: 'under' },
  Delete: { do: 'remove' },
  Backspace: { do: 'remove' },
  '*': { do: 'openAll' },
}

const moving: Readonly<Record<string, Command>> = {
  ArrowUp: { do: 'move', step: 'up' },
  ArrowDown: { do: 'move', step: 'down' },
  ArrowRight: { do: 'move', step: 'in' },
  ArrowLeft: { do: 'move', step: 'out' },
}

/** What a key press in the tree asks for; null when it is none of the tree's keys. */
export function command(key: Key): Command | null {
  if (key.ctrlKey || key.metaKey) return null
  if (key.altKey) return moving[key.key] ?? null
  if (key.shiftKey && key.key === 'Insert') return { do: 'under' }
  if (key.shiftKey && key.key === 'Enter') return { do: 'beside' }
  const known = going[key.key]
  if (known) return known
  return /^[\p{L}\p{N}]$/u.test(key.key) ? { do: 'type', letter: key.key } : null
}
