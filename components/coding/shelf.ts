import type { Write } from './marks'
import type { Item, Shelf } from './outbox'

const PREFIX = 'interlinear.unsent.'

/** A shelf in the browser's storage, one entry an item, so that two tabs never overwrite each other; it keeps nothing where storage is refused. */
export function shelf(storage: Storage | null, owner: string): Shelf {
  const prefix = `${PREFIX}${owner}.`
  const safely = (run: (to: Storage) => void): void => {
    try {
      if (storage) run(storage)
    } catch {
      // Storage is full or forbidden: the writes are still in memory, and the page warns before it is left.
    }
  }
  return {
    put: (item) => safely((to) => to.setItem(prefix + item.key, JSON.stringify(item.write))),
    drop: (key) => safely((to) => to.removeItem(prefix + key)),
    has: (key) => {
      let there = true
      safely((from) => {
        there = from.getItem(prefix + key) !== null
      })
      return there
    },
    all: () => {
      const found: Item[] = []
      safely((from) => {
        for (let i = 0; i < from.length; i++) {
          const name = from.key(i)
          if (!name?.startsWith(prefix)) continue
          const write: unknown = JSON.parse(from.getItem(name) ?? 'null')
          if (isWrite(write))
            found.push({ key: name.slice(prefix.length), write, tries: 0, message: '', refused: false })
        }
      })
      return found
    },
  }
}

// Only this screen writes these entries; the check is against those of an older version.
function isWrite(value: unknown): value is Write {
  if (typeof value !== 'object' || value === null || !('kind' in value)) return false
  if (value.kind === 'code') return 'code' in value
  if (value.kind === 'add' || value.kind === 'restore') return 'mark' in value
  if (value.kind === 'remove') return 'id' in value && 'before' in value
  return value.kind === 'change' && 'id' in value && 'to' in value && 'before' in value
}
