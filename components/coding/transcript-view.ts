import { Editor, Extension, type JSONContent, Node } from '@tiptap/core'
import Document from '@tiptap/extension-document'
import Text from '@tiptap/extension-text'
import { Plugin, TextSelection } from '@tiptap/pm/state'
import { Decoration, DecorationSet } from '@tiptap/pm/view'
import type { Line } from '@/core/text/lines'
import type { TranscriptText } from '@/core/text/turn'
import type { Mark } from './marks'
import { chosenKey, chosenPlugin, difference, paintKey, paintPlugin, pickedPlugin, type SlotOf } from './paint'
import { type Positions, positions } from './positions'

/** A range of offsets into the stored text; start and end are equal for a mere caret. */
export type Selected = { readonly start: number; readonly end: number }

/** What the transcript tells the screen. */
export type Heard = {
  readonly selected: (range: Selected) => void
  /** A key press in the text; true when it was an answer to something. */
  readonly key: (event: KeyboardEvent) => boolean
  /** A code dropped at an offset. */
  readonly dropped: (codeId: string, offset: number) => void
  /** Letters that came without a key press: from a screen keyboard, or put together from several keys. */
  readonly typed: (letters: string) => void
  /** A third click at an offset. */
  readonly tripled: (offset: number) => void
}

/** The kinds of data that a dragged code, a dragged coding and a dragged passage carry. */
export const CODE_DRAG = 'application/x-interlinear-code'
export const MARK_DRAG = 'application/x-interlinear-coding'
export const PASSAGE_DRAG = 'application/x-interlinear-passage'

/** The transcript in ProseMirror: the words of `lines`, one `turn` node each, never to be edited. */
export class TranscriptView {
  readonly editor: Editor
  readonly #to: Positions
  #marks: readonly Mark[] = []
  #slotOf: SlotOf | null = null

  constructor(
    element: HTMLElement,
    transcript: TranscriptText,
    readonly lines: readonly Line[],
    label: string,
    heard: { readonly current: Heard },
  ) {
    this.#to = positions(lines)
    const to = this.#to
    const asEvent = (selection: { from: number; to: number }): Selected => ({
      start: this.#offset(selection.from),
      end: this.#offset(selection.to),
    })
    const reading = Extension.create({
      name: 'reading',
      addProseMirrorPlugins: () => [
        new Plugin({ filterTransaction: (tr) => !tr.docChanged }),
        paintPlugin(to),
        chosenPlugin(),
        pickedPlugin(),
        labels(lines, to),
      ],
    })
    this.editor = new Editor({
      element,
      extensions: [Document.extend({ content: 'turn+' }), Text, turn, reading],
      content: documentOf(transcript, lines),
      editorProps: {
        attributes: {
          'aria-label': label,
          'aria-multiline': 'true',
          'aria-readonly': 'true',
          role: 'textbox',
          inputmode: 'none',
          spellcheck: 'false',
          translate: 'no',
        },
        handleKeyDown: (_, event) => {
          this.#catchUp()
          return heard.current.key(event)
        },
        handleTextInput: () => true,
        handlePaste: () => true,
        handleScrollToSelection: () => false,
        handleTripleClick: (_, pos) => {
          heard.current.tripled(this.#offset(pos))
          return true
        },
        handleDOMEvents: {
          beforeinput: (_, event) => {
            if (event.inputType === 'insertText' && event.data?.trim()) heard.current.typed(event.data)
            event.preventDefault()
            return true
          },
          cut: (_, event) => {
            event.preventDefault()
            return true
          },
          dragstart: (_, event) => {
            event.dataTransfer?.setData(PASSAGE_DRAG, 'selection')
            return false
          },
          dragover: (_, event) => {
            if (!event.dataTransfer?.types.includes(CODE_DRAG)) return false
            event.preventDefault()
            return true
          },
        },
        handleDrop: (_, event) => {
          const code = event.dataTransfer?.getData(CODE_DRAG)
          const offset = this.offsetAt(event.clientX, event.clientY)
          if (code && offset !== null) heard.current.dropped(code, offset)
          event.preventDefault()
          return true
        },
        clipboardTextSerializer: () => {
          const { start, end } = asEvent(this.editor.state.selection)
          return transcript.text.slice(start, end)
        },
      },
      onSelectionUpdate: ({ editor }) => heard.current.selected(asEvent(editor.state.selection)),
    })
  }

  /** Draws these codings; only what differs from before is drawn anew. */
  paint(marks: readonly Mark[], slotOf: SlotOf): void {
    const whole = slotOf !== this.#slotOf || Math.abs(marks.length - this.#marks.length) > 100
    const dirty = whole ? null : difference(this.#marks, marks)
    const same = !whole && dirty === null
    this.#marks = marks
    this.#slotOf = slotOf
    if (!same) this.#tell(paintKey, { marks, slotOf, dirty })
  }

  /** Lights one range up, or none. */
  choose(range: Selected | null): void {
    this.#tell(chosenKey, range && { from: this.#to.toPos(range.start), to: this.#to.toPos(range.end) })
  }

  /** Selects a range without moving the scroll. */
  select({ start, end }: Selected): void {
    const { state, view } = this.editor
    const selection = TextSelection.create(state.doc, this.#to.toPos(start), this.#to.toPos(end))
    view.dispatch(state.tr.setSelection(selection).setMeta('addToHistory', false))
  }

  /** What is selected now. */
  selected(): Selected {
    const { from, to } = this.editor.state.selection
    return { start: this.#offset(from), end: this.#offset(to) }
  }

  /** Reads where a click has put the caret: a key can come before the browser has told of it. */
  #catchUp(): void {
    const { state, view } = this.editor
    const dom = view.dom.ownerDocument.getSelection()
    if (!view.hasFocus() || !dom?.anchorNode || !dom.focusNode) return
    if (!view.dom.contains(dom.anchorNode) || !view.dom.contains(dom.focusNode)) return
    const anchor = this.#offset(view.posAtDOM(dom.anchorNode, dom.anchorOffset))
    const head = this.#offset(view.posAtDOM(dom.focusNode, dom.focusOffset))
    const { selection } = state
    if (anchor === this.#offset(selection.anchor) && head === this.#offset(selection.head)) return
    const { doc, tr } = state
    view.dispatch(tr.setSelection(TextSelection.create(doc, this.#to.toPos(anchor), this.#to.toPos(head))))
  }

  focus(): void {
    // Firefox and Chromium both scroll to the caret unless told not to.
    this.editor.view.dom.focus({ preventScroll: true })
    this.editor.view.focus()
  }

  /** Top and bottom of the line box at an offset, and its left, in pixels of the window. */
  box(offset: number, side: 1 | -1 = 1): { top: number; bottom: number; left: number } {
    return this.editor.view.coordsAtPos(this.#to.toPos(offset), side)
  }

  /** The offset under a point of the window, or null outside the text. */
  offsetAt(left: number, top: number): number | null {
    const found = this.editor.view.posAtCoords({ left, top })
    return found ? this.#offset(found.pos) : null
  }

  /** The element of a line. */
  element(line: number): HTMLElement | null {
    const found = this.editor.view.dom.children[line]
    return found instanceof HTMLElement ? found : null
  }

  destroy(): void {
    this.editor.destroy()
  }

  #offset(pos: number): number {
    return this.#to.toOffset(pos)
  }

  #tell(key: typeof paintKey | typeof chosenKey, value: unknown): void {
    if (!this.editor.isDestroyed) this.editor.view.dispatch(this.editor.state.tr.setMeta(key, value))
  }
}

const attribute = (name: string) => ({
  default: '',
  renderHTML: (attributes: Record<string, unknown>) => (attributes[name] ? { [`data-${name}`]: attributes[name] } : {}),
})

const turn = Node.create({
  name: 'turn',
  content: 'text*',
  marks: '',
  whitespace: 'pre',
  addAttributes: () => ({
    class: { default: '' },
    style: { default: '' },
    number: attribute('number'),
    time: attribute('time'),
    speaker: attribute('speaker'),
  }),
  parseHTML: () => [{ tag: 'p' }],
  renderHTML: ({ HTMLAttributes }) => ['p', HTMLAttributes, 0],
})

function documentOf({ text, turns, speakers }: TranscriptText, lines: readonly Line[]): JSONContent {
  const content = lines.map((line): JSONContent => {
    const words = text.slice(line.start, line.end)
    const at = line.turn === null ? undefined : turns[line.turn]
    const speaker = at && at.speaker !== null ? speakers[at.speaker] : undefined
    const label = at ? text.slice(at.start, at.said) : ''
    const timed = line.first && at && at.time !== null && !/\d:\d\d/.test(label)
    return {
      type: 'turn',
      attrs: {
        class: ['line', line.first || !at ? 'first' : '', speaker?.role === 'interviewer' ? 'asked' : '']
          .join(' ')
          .trim(),
        // An estimate for lines that are not laid out yet: 68 characters a row of 29 px.
        style: `contain-intrinsic-block-size:auto ${Math.ceil(words.length / 66) * 29 + (line.first ? 30 : 6)}px`,
        number: String(line.number),
        time: timed ? clock(at.time ?? 0) : '',
        speaker: line.first && speaker && label.trim() === '' ? speaker.name : '',
      },
      content: words ? [{ type: 'text', text: words }] : [],
    }
  })
  return { type: 'doc', content: content.length ? content : [{ type: 'turn' }] }
}

/** Seconds as hours, minutes and seconds: 0:14:02. */
export function clock(seconds: number): string {
  const two = (n: number): string => String(Math.floor(n)).padStart(2, '0')
  return `${Math.floor(seconds / 3600)}:${two((seconds / 60) % 60)}:${two(seconds % 60)}`
}

function labels(lines: readonly Line[], { toPos }: Positions): Plugin {
  const inline = lines
    .filter((line) => line.said > line.start)
    .map((line) => Decoration.inline(toPos(line.start), toPos(line.said), { class: 'label' }))
  let set: DecorationSet | null = null
  return new Plugin({
    props: {
      decorations: ({ doc }) => {
        set ??= DecorationSet.create(doc, inline)
        return set
      },
    },
  })
}
