import { subjectOf, type Write } from './marks'

/** What a server action answers. */
export type Answer<T> = { readonly ok: T } | { readonly error: string; readonly reason?: string }

/** A write on its way. `message` says why the last try failed; `refused` that only a person can try again. */
export type Item = {
  readonly key: string
  readonly write: Write
  readonly tries: number
  readonly message: string
  readonly refused: boolean
}

/** Where unsent writes outlive a reload: `localStorage`, or nothing. */
export type Shelf = {
  readonly put: (item: Item) => void
  readonly drop: (key: string) => void
  readonly has: (key: string) => boolean
  readonly all: () => readonly Item[]
}

type Ways<T> = {
  readonly send: (write: Write) => Promise<Answer<T>>
  readonly shelf: Shelf
  /** A write is stored. */
  readonly stored: (write: Write, value: T) => void
  /** The server says no. 'drop' forgets the write (and what follows on its coding); 'keep' leaves it for a person to try again. */
  readonly refused: (write: Write, reason: string, message: string) => 'drop' | 'keep'
  readonly changed: (items: readonly Item[]) => void
  /** What to say when the server cannot be reached. */
  readonly unreachable: string
  readonly wait?: (milliseconds: number, run: () => void) => () => void
}

/** Milliseconds until the next try after so many failed ones: 1 s, 2 s, 4 s ... 30 s. */
export function backoff(tries: number): number {
  return Math.min(30_000, 1000 * 2 ** Math.max(0, tries - 1))
}

/** The writes of one screen in their order: sent one by one, kept on the shelf until stored, tried again when the line is bad. */
export class Outbox<T> {
  #items: Item[]
  #busy = false
  #closed = false
  #cancel: (() => void) | undefined
  #count = 0

  constructor(private readonly ways: Ways<T>) {
    this.#items = [...ways.shelf.all()]
      .sort((a, b) => (a.key < b.key ? -1 : 1))
      .map((item) => ({ ...item, tries: 0, refused: false }))
  }

  get items(): readonly Item[] {
    return this.#items
  }

  push(write: Write): void {
    const key = `${Date.now().toString().padStart(15, '0')}-${(this.#count++).toString().padStart(6, '0')}-${crypto.randomUUID().slice(0, 8)}`
    const item = { key, write, tries: 0, message: '', refused: false }
    this.#items.push(item)
    this.ways.shelf.put(item)
    this.#changed()
    void this.run()
  }

  /** Tries what failed again, now: everything, or what is about one coding. */
  retry(subject?: string): void {
    this.#cancel?.()
    this.#cancel = undefined
    this.#items = this.#items.map((item) =>
      !subject || subjectOf(item.write) === subject ? { ...item, refused: false, message: '' } : item,
    )
    this.#changed()
    void this.run()
  }

  /** Gives up what is about a coding; returns the writes given up, in order. */
  discard(subject: string): readonly Write[] {
    const given = this.#items.filter((item) => subjectOf(item.write) === subject)
    for (const item of given) this.#forget(item.key)
    this.#changed()
    return given.map((item) => item.write)
  }

  /** Ends what the screen hears; what is unsent is still sent, unless another outbox took it from the shelf. */
  close(): void {
    this.#closed = true
  }

  async run(): Promise<void> {
    if (this.#busy || this.#cancel) return
    this.#busy = true
    for (let item = this.#next(); item && !this.#cancel; item = this.#next()) await this.#try(item)
    this.#busy = false
  }

  #next(): Item | undefined {
    const held = new Set(this.#items.filter((item) => item.refused).map((item) => subjectOf(item.write)))
    return this.#items.find((item) => !held.has(subjectOf(item.write)))
  }

  async #try(item: Item): Promise<void> {
    if (this.#closed && !this.ways.shelf.has(item.key)) return this.#forget(item.key)
    let answer: Answer<T> | null = null
    try {
      answer = await this.ways.send(item.write)
    } catch {
      answer = null
    }
    if (answer === null || !this.#items.some((other) => other.key === item.key)) {
      if (answer === null) this.#later(item)
      return
    }
    if ('ok' in answer) {
      this.#forget(item.key)
      if (!this.#closed) this.ways.stored(item.write, answer.ok)
    } else if (!this.#closed && this.ways.refused(item.write, answer.reason ?? '', answer.error) === 'drop')
      this.discard(subjectOf(item.write))
    else this.#replace({ ...item, tries: item.tries + 1, refused: true, message: answer.error })
    this.#changed()
  }

  #later(item: Item): void {
    const tries = item.tries + 1
    this.#replace({ ...item, tries, message: this.ways.unreachable })
    const wait = this.ways.wait ?? waitFor
    this.#cancel = wait(backoff(tries), () => {
      this.#cancel = undefined
      void this.run()
    })
    this.#changed()
  }

  #replace(item: Item): void {
    this.#items = this.#items.map((other) => (other.key === item.key ? item : other))
  }

  #forget(key: string): void {
    this.#items = this.#items.filter((item) => item.key !== key)
    this.ways.shelf.drop(key)
  }

  #changed(): void {
    if (!this.#closed) this.ways.changed(this.#items)
  }
}

function waitFor(milliseconds: number, run: () => void): () => void {
  const timer = setTimeout(run, milliseconds)
  return () => clearTimeout(timer)
}
