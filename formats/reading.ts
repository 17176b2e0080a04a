import type messages from '@/messages/en.json'

/** The texts that a note can have: the keys of the messages' namespace `note`, in every language of the screen. */
export type NoteKey = keyof (typeof messages)['note']

/**
 * Something a person should know about a file: what was left out, what was guessed, or why it was refused. `key` names a text in the messages'
 * namespace `note`, `values` fill it: the file's name, counts, and the place (`paragraph`, `row`, `line`; counted from 1).
 */
export type Note = { readonly key: NoteKey; readonly values: Readonly<Record<string, string | number>> }

/** What came of reading a file: a value with what is to be said about it, or the reason why there is none. A file that cannot be read is never a throw. */
export type Reading<T> = { readonly value: T; readonly notes: readonly Note[] } | { readonly refused: Note }

/** What came of writing a file. */
export type Written = { readonly bytes: Uint8Array; readonly notes: readonly Note[] }

/**
 * A kind of file that can be read. `extensions` are in lower case without a full stop; `sniff` says whether bytes look like this kind, whatever the
 * name; `read` refuses what it cannot read and names the file in every note that refuses it.
 */
export type Importer<T, Options = undefined> = {
  readonly id: string
  readonly name: string
  readonly extensions: readonly string[]
  readonly sniff: (bytes: Uint8Array) => boolean
  readonly read: (name: string, bytes: Uint8Array, options: Options) => Promise<Reading<T>>
}

/** A kind of file that can be written: `extension` without a full stop, `type` as HTTP's Content-Type. */
export type Exporter<T> = {
  readonly id: string
  readonly name: string
  readonly extension: string
  readonly type: string
  readonly write: (value: T) => Promise<Written>
}

/** A note with its values. */
export function note(key: NoteKey, values: Readonly<Record<string, string | number>> = {}): Note {
  return { key, values }
}

/** A reading that failed: the file's name comes first among the values of the reason. */
export function refuse(key: NoteKey, file: string, values: Readonly<Record<string, string | number>> = {}) {
  return { refused: note(key, { file, ...values }) } as const
}
