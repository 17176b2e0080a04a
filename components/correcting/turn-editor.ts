import { Editor, Extension, type JSONContent, Node } from '@tiptap/core'
import Document from '@tiptap/extension-document'
import Text from '@tiptap/extension-text'
import { history, redo, undo } from '@tiptap/pm/history'
import { keymap } from '@tiptap/pm/keymap'
import type { Node as Turn } from '@tiptap/pm/model'
import type { Command, EditorState } from '@tiptap/pm/state'
import { type Draft, type DraftTurn, relabelled, renamed } from '@/core/text/draft'
import type { Speaker } from '@/core/text/turn'

/** What the editor tells the screen. */
export type Heard = {
  readonly changed: () => void
  /** Somebody wants another speaker for the turn at this position of the document; `box` is where the label stands. */
  readonly askSpeaker: (at: number, speaker: number | null, box: DOMRect) => void
}

const turnOf = ({ attrs, textContent }: Turn): DraftTurn => ({
  gap: attrs.gap,
  label: attrs.label,
  words: textContent,
  speaker: attrs.speaker,
  time: attrs.time,
})

/** A transcript in ProseMirror that can be written in: a `turn` node each; its label is not typed but chosen. */
export class TurnEditor {
  readonly editor: Editor
  #speakers: readonly Speaker[]
  #tail: string

  constructor(
    element: HTMLElement,
    draft: Draft,
    label: string,
    labelHint: string,
    heard: { readonly current: Heard },
  ) {
    this.#speakers = draft.speakers
    this.#tail = draft.tail
    const turn = Node.create({
      name: 'turn',
      content: 'text*',
      marks: '',
      whitespace: 'pre',
      addAttributes: () => ({
        gap: { default: '\n' },
        label: { default: '' },
        speaker: { default: null },
        time: { default: null },
      }),
      parseHTML: () => [{ tag: 'p' }],
      renderHTML: () => ['p', 0],
      addNodeView:
        () =>
        ({ node, getPos }) => {
          let shown = node
          const dom = document.createElement('div')
          const name = document.createElement('button')
          const contentDOM = document.createElement('p')
          name.type = 'button'
          name.contentEditable = 'false'
          name.title = labelHint
          name.addEventListener('click', () => {
            const at = getPos()
            if (at !== undefined) heard.current.askSpeaker(at, shown.attrs.speaker, name.getBoundingClientRect())
          })
          const show = () => {
            name.textContent = String(shown.attrs.label).trim() || '—'
          }
          show()
          dom.append(name, contentDOM)
          return {
            dom,
            contentDOM,
            ignoreMutation: (mutation) => name.contains(mutation.target),
            update: (next) => {
              if (next.type !== shown.type) return false
              shown = next
              show()
              return true
            },
          }
        },
    })
    const editing = Extension.create({
      name: 'editing',
      addProseMirrorPlugins: () => [
        history(),
        keymap({
          'Mod-z': undo,
          'Mod-Shift-z': redo,
          'Mod-y': redo,
          Enter: splitTurn,
          'Shift-Enter': (state, dispatch) => {
            dispatch?.(state.tr.insertText('\n').scrollIntoView())
            return true
          },
          Backspace: joinBackward,
          Delete: joinForward,
        }),
      ],
    })
    this.editor = new Editor({
      element,
      extensions: [Document.extend({ content: 'turn+' }), Text, turn, editing],
      content: contentOf(draft),
      editorProps: {
        attributes: {
          'aria-label': label,
          'aria-multiline': 'true',
          role: 'textbox',
          spellcheck: 'true',
          translate: 'no',
        },
        handlePaste: (view, event) => {
          const pasted = event.clipboardData?.getData('text/plain').replaceAll(/\r\n?/gu, '\n') ?? ''
          if (pasted !== '') view.dispatch(view.state.tr.insertText(pasted).scrollIntoView())
          return true
        },
      },
      onUpdate: () => heard.current.changed(),
    })
  }

  /** The draft as it stands in the editor. */
  get draft(): Draft {
    const turns: DraftTurn[] = []
    this.editor.state.doc.forEach((node) => {
      turns.push(turnOf(node))
    })
    return { turns, tail: this.#tail, speakers: this.#speakers }
  }

  get speakers(): readonly Speaker[] {
    return this.#speakers
  }

  /** Gives the turn at a position another speaker; an index of `speakers`, or null. */
  speak(at: number, speaker: number | null): void {
    const { state, view } = this.editor
    const node = state.doc.nodeAt(at)
    if (!node) return
    const from = node.attrs.speaker === null ? undefined : this.#speakers[node.attrs.speaker]
    const label = relabelled(node.attrs.label, from, speaker === null ? undefined : this.#speakers[speaker])
    view.dispatch(state.tr.setNodeMarkup(at, null, { ...node.attrs, speaker, label }))
  }

  /** Adds a speaker and answers with its index. */
  add(speaker: Speaker): number {
    const known = this.#speakers.findIndex((one) => one.name === speaker.name)
    if (known >= 0) return known
    this.#speakers = [...this.#speakers, speaker]
    return this.#speakers.length - 1
  }

  /** Renames a speaker everywhere, or makes two one; or changes the role. */
  setSpeaker(index: number, to: Speaker): void {
    const old = this.#speakers[index]
    if (!old) return
    const next = old.name === to.name ? this.draft : renamed(this.draft, index, to.name)
    this.#speakers = next.speakers.map((one) => (one.name === to.name ? { ...one, role: to.role } : one))
    const { state, view } = this.editor
    const tr = state.tr
    let i = 0
    state.doc.forEach((node, at) => {
      const turn = next.turns[i++]
      if (turn && (turn.label !== node.attrs.label || turn.speaker !== node.attrs.speaker))
        tr.setNodeMarkup(at, null, { ...node.attrs, label: turn.label, speaker: turn.speaker })
    })
    view.dispatch(tr)
  }

  /** Puts another draft in the place of what is there; undo brings it back. */
  replace(draft: Draft): void {
    this.#speakers = draft.speakers
    this.#tail = draft.tail
    this.editor.commands.setContent(contentOf(draft))
  }

  destroy(): void {
    this.editor.destroy()
  }
}

function contentOf(draft: Draft): JSONContent {
  return {
    type: 'doc',
    content: draft.turns.map(({ words, ...attrs }) => ({
      type: 'turn',
      attrs,
      ...(words === '' ? {} : { content: [{ type: 'text', text: words }] }),
    })),
  }
}

const splitTurn: Command = (state, dispatch) => {
  const { $from, from, to } = state.selection
  const node = $from.parent
  const around = gapAround(state, $from.index(0))
  const tr = state.tr.delete(from, to)
  tr.split(tr.mapping.map(from), 1, [{ type: node.type, attrs: { ...node.attrs, gap: around, time: null } }])
  dispatch?.(tr.scrollIntoView())
  return true
}

/** The white space that stands between turns here. */
function gapAround(state: EditorState, index: number): string {
  const { doc } = state
  const gap = doc.maybeChild(index + 1)?.attrs.gap ?? (index > 0 ? doc.maybeChild(index)?.attrs.gap : null)
  return typeof gap === 'string' && gap !== '' ? gap : '\n'
}

const joinBackward: Command = (state, dispatch) => {
  const { $from, empty } = state.selection
  if (!empty || $from.parentOffset > 0 || $from.index(0) === 0) return false
  return joined(state, $from.before(1), dispatch)
}

const joinForward: Command = (state, dispatch) => {
  const { $from, empty } = state.selection
  if (!empty || $from.parentOffset < $from.parent.content.size || $from.index(0) + 1 === state.doc.childCount)
    return false
  return joined(state, $from.after(1), dispatch)
}

/** Two turns become one of the first one's speaker, with a space between their words. */
function joined(state: EditorState, between: number, dispatch: Parameters<Command>[1]): boolean {
  const before = state.doc.resolve(between).nodeBefore
  const after = state.doc.resolve(between).nodeAfter
  if (!before || !after) return false
  const tr = state.tr.join(between)
  const apart = /\S$/u.test(before.textContent) && /^\S/u.test(after.textContent)
  if (apart) tr.insertText(' ', between - 1)
  dispatch?.(tr.scrollIntoView())
  return true
}
