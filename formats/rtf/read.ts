import { footnoteText, shortened } from '../footnotes'
import { limits } from '../limits'
import { type Note, note } from '../reading'
import { codePageOf, decoded, encodingOf } from './code-pages'
import { Paper } from './paper'
import { tokens } from './tokens'
import { CHARACTERS, DESTINATIONS } from './words'

/** The text of an RTF with the code page it says to be in, where its footnotes begin, and what is to be said about it. */
export type RtfText = {
  readonly text: string
  readonly body: number
  readonly encoding: string
  readonly notes: readonly Note[]
}

/** What a group inherits from the one around it. `goal` says what becomes of its text; `uc` how many characters stand after a \u for older readers. */
type Group = {
  goal: 'text' | 'skip' | 'fonts' | 'footnote' | 'margin' | 'box'
  own: boolean
  fresh: boolean
  uc: number
  page: number | null
  hidden: boolean
  deleted: boolean
  inserted: boolean
  inTable: boolean
}

/** Reads the text of an RTF without recursion. Null when its groups are nested deeper than `limits.depth`. */
export function readRtf(bytes: Uint8Array): RtfText | null {
  const reader = new Reader()
  for (const token of tokens(bytes)) {
    if (token.kind === 'open') {
      if (!reader.open()) return null
    } else if (token.kind === 'close') {
      if (!reader.close()) break
    } else if (token.kind === 'byte') reader.byte(token.byte)
    else if (token.kind === 'sign') reader.sign(token.sign)
    else reader.word(token.name, token.value)
  }
  return reader.finished()
}

class Reader {
  readonly #paper = new Paper()
  readonly #groups: Group[] = []
  #group: Group = {
    goal: 'text',
    own: false,
    fresh: false,
    uc: 1,
    page: null,
    hidden: false,
    deleted: false,
    inserted: false,
    inTable: false,
  }
  #ansi = 1252
  #font = 0
  readonly #fonts = new Map<number, number>()
  #bytes: number[] = []
  #skip = 0
  #high = ''
  #closed = false
  readonly #footnotes: (readonly string[])[] = []
  readonly #margins = new Set<string>()
  readonly #found = {
    inserted: 0,
    deleted: 0,
    comments: 0,
    commentAt: 0,
    pictures: 0,
    pictureAt: 0,
    listed: 0,
    hidden: 0,
  }

  open(): boolean {
    this.#flush()
    this.#skip = 0
    if (this.#groups.length >= limits.depth) return false
    this.#groups.push(this.#group)
    this.#group = { ...this.#group, own: false, fresh: true }
    return true
  }

  /** False when the last group is closed: what follows is no RTF any more. */
  close(): boolean {
    this.#flush()
    this.#skip = 0
    const { goal, own, inTable } = this.#group
    if (own && goal !== 'skip' && goal !== 'fonts') {
      const lines = this.#paper.closeBox()
      if (goal === 'footnote') this.#footnotes.push(lines)
      else if (goal === 'box') this.#paper.insert(lines)
      else if (goal === 'margin') this.#margins.add(lines.join(' ').replace(/\s+/gu, ' ').trim())
    }
    this.#group = this.#groups.pop() ?? this.#group
    // Whether a paragraph is in a table is said once and holds beyond the group that says it.
    this.#group.inTable = own ? this.#group.inTable : inTable
    this.#closed = this.#groups.length === 0
    return !this.#closed
  }

  byte(byte: number): void {
    this.#group.fresh = false
    if (this.#skip > 0) this.#skip--
    else this.#bytes.push(byte)
  }

  sign(sign: string): void {
    if (sign === '*') {
      // A destination that may be ignored: it is, unless the word that follows is one we know.
      if (this.#group.fresh && this.#group.goal !== 'skip') this.#starred = true
      return
    }
    const text = { '~': '\u00A0', '-': '\u00AD', _: '\u2011', '\n': '\n', '\r': '\n' }[sign]
    if (sign === '\n' || sign === '\r') this.word('par', null)
    else if (text !== undefined) this.#write(text)
    else if (sign === '\\' || sign === '{' || sign === '}') this.byte(sign.charCodeAt(0))
  }

  #starred = false

  word(name: string, value: number | null) {
    this.#flush()
    const group = this.#group
    const starred = this.#starred
    this.#starred = false
    const fresh = group.fresh
    group.fresh = false
    if (this.#skip > 0) {
      this.#skip--
      return
    }
    if (group.goal === 'fonts') return this.#fontWord(name, value)
    if (group.goal === 'skip') return
    if (fresh || starred) {
      const goal = DESTINATIONS[name]
      if (goal !== undefined || starred) return this.#destination(name, goal ?? 'skip')
    }
    const character = CHARACTERS[name]
    if (character !== undefined) return this.#write(character)
    this.#control(name, value)
  }

  #destination(name: string, goal: 'text' | Group['goal']): void {
    const group = this.#group
    const found = this.#found
    if (name === 'annotation') {
      found.comments++
      found.commentAt ||= this.#paper.written + 1
    } else if (name === 'pict') {
      found.pictures++
      found.pictureAt ||= this.#paper.written + 1
    } else if (name === 'listtext' || name === 'pntext') found.listed++
    group.goal = goal
    if (goal === 'text') return
    group.own = true
    if (goal === 'footnote') this.#paper.add(`[${this.#footnotes.length + 1 + this.#openFootnotes()}]`)
    if (goal !== 'skip' && goal !== 'fonts') this.#paper.openBox()
    if (goal !== 'skip') group.inTable = false
  }

  #openFootnotes(): number {
    return this.#groups.filter(({ goal, own }) => goal === 'footnote' && own).length
  }

  #control(name: string, value: number | null) {
    const group = this.#group
    const on = value !== 0
    switch (name) {
      case 'ansicpg':
        this.#ansi = value ?? this.#ansi
        return
      case 'mac':
        this.#ansi = 10000
        return
      case 'pc':
        this.#ansi = 437
        return
      case 'pca':
        this.#ansi = 850
        return
      case 'deff':
      case 'f':
        this.#font = value ?? 0
        group.page = this.#fonts.get(this.#font) ?? null
        return
      case 'uc':
        group.uc = Math.min(Math.max(value ?? 1, 0), 16)
        return
      case 'u':
        return this.#unicode(value ?? 0)
      case 'par':
      case 'page':
      case 'sect':
        return this.#paper.paragraph(group.inTable && name === 'par')
      case 'cell':
        return this.#paper.cell()
      case 'row':
        return this.#paper.row()
      case 'nestcell':
        return this.#write(' ')
      case 'nestrow':
        return this.#paper.paragraph(true)
      case 'intbl':
        group.inTable = true
        return
      case 'pard':
        group.inTable = false
        return
      case 'plain':
        group.hidden = group.deleted = group.inserted = false
        group.page = null
        return
      case 'v':
        if (on && !group.hidden) this.#found.hidden++
        group.hidden = on
        return
      case 'deleted':
        if (on && !group.deleted) this.#found.deleted++
        group.deleted = on
        return
      case 'revised':
        if (on && !group.inserted) this.#found.inserted++
        group.inserted = on
    }
  }

  #fontWord(name: string, value: number | null): void {
    if (name === 'f') this.#font = value ?? 0
    else if (name === 'fcharset') {
      const page = codePageOf(value ?? 0)
      if (page !== null) this.#fonts.set(this.#font, page)
    } else if (name === 'cpg' && value !== null) this.#fonts.set(this.#font, value)
  }

  /** Numbers above 32,767 are written as negative ones; characters beyond the first plane as two of them. */
  #unicode(value: number): void {
    const unit = value < 0 ? value + 65536 : value
    this.#skip = this.#group.uc
    if (unit < 0 || unit > 0x10ffff) return
    if (unit >= 0xd800 && unit < 0xdc00) this.#high = String.fromCharCode(unit)
    else if (unit >= 0xdc00 && unit < 0xe000) {
      if (this.#high !== '') this.#write(this.#high + String.fromCharCode(unit))
      this.#high = ''
    } else if (unit >= 0x20 || unit === 9) this.#write(String.fromCodePoint(unit))
  }

  #flush(): void {
    if (this.#bytes.length === 0) return
    const bytes = this.#bytes
    this.#bytes = []
    this.#write(decoded(bytes, this.#group.page ?? this.#ansi))
  }

  #write(text: string): void {
    this.#flush()
    const { goal, deleted } = this.#group
    if (goal !== 'skip' && goal !== 'fonts' && !deleted) this.#paper.add(text)
  }

  finished(): RtfText {
    this.#flush()
    const body = this.#paper.lines().join('\n')
    const { inserted, deleted, comments, commentAt, pictures, pictureAt, listed, hidden } = this.#found
    const margins = shortened([...this.#margins].filter((text) => /\p{L}/u.test(text)).join(' · '))
    const notes = [
      ...(this.#closed ? [] : [note('cutShort')]),
      ...(inserted + deleted > 0 ? [note('changesAccepted', { inserted, deleted })] : []),
      ...(comments > 0 ? [note('commentsLeftOut', { count: comments, paragraph: commentAt })] : []),
      ...(pictures > 0 ? [note('picturesLeftOut', { count: pictures, paragraph: pictureAt })] : []),
      ...(this.#footnotes.length > 0 ? [note('footnotesKept', { count: this.#footnotes.length })] : []),
      ...(listed > 0 ? [note('listNumbersLeftOut', { count: listed })] : []),
      ...(hidden > 0 ? [note('hiddenTextKept', { count: hidden })] : []),
      ...(margins === '' ? [] : [note('marginsLeftOut', { text: margins })]),
    ]
    return { text: body + footnoteText(this.#footnotes), body: body.length, encoding: encodingOf(this.#ansi), notes }
  }
}
