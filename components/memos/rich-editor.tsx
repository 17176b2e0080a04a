'use client'

import { RichTextEditor } from '@mantine/tiptap'
import { IconAt, IconTextCaption } from '@tabler/icons-react'
import { type JSONContent, useEditor } from '@tiptap/react'
import { useTranslations } from 'next-intl'
import { useEffect, useId, useMemo, useRef, useSyncExternalStore } from 'react'
import { targetFinder } from '@/core/notes/find-target'
import type { Target } from '@/core/notes/memo'
import type { Passage } from '@/core/notes/question'
import { readRich } from '@/core/notes/read-rich'
import type { RichNode } from '@/core/notes/rich-text'
import { LinkSuggestions } from './link-suggestions'
import classes from './memos.module.css'
import { richExtensions } from './rich-extensions'
import { Suggesting } from './suggesting'

/** A passage that can be linked, with its words. */
export type LinkablePassage = Passage & { readonly quote: string }

/** Rich text that is read or written; what is written is told at every change. */
export function RichEditor(props: {
  label: string
  body: RichNode
  readOnly: boolean
  targets: readonly Target[]
  /** What "link this passage" would link; null for nothing selected, undefined where there is no text to select in. */
  passage?: LinkablePassage | null | undefined
  autoFocus?: boolean
  written: (body: RichNode) => void
  left: () => void
}) {
  const t = useTranslations('memos')
  const listId = useId()
  const suggesting = useMemo(() => new Suggesting(), [])
  const latest = useRef({ ...props, among: targetFinder([]) })
  const among = useMemo(() => targetFinder(props.targets), [props.targets])
  latest.current = { ...props, among }
  const first = useRef<JSONContent>(JSON.parse(JSON.stringify(props.body)))
  const editor = useEditor({
    extensions: useMemo(() => richExtensions(suggesting, () => latest.current.among), [suggesting]),
    content: first.current,
    editable: !props.readOnly,
    immediatelyRender: false,
    shouldRerenderOnTransaction: true,
    autofocus: props.autoFocus ? 'end' : false,
    onUpdate: ({ editor: now }) => {
      const body = readRich(now.getJSON())
      if (body) latest.current.written(body)
    },
    onBlur: () => latest.current.left(),
  })
  const offered = useSyncExternalStore(suggesting.subscribe, suggesting.now, () => null)

  useEffect(() => {
    const box = editor?.view.dom
    if (!box) return
    const facts = {
      role: props.readOnly ? null : 'textbox',
      'aria-multiline': props.readOnly ? null : 'true',
      'aria-label': props.readOnly ? null : props.label,
      'aria-controls': offered ? listId : null,
      'aria-activedescendant': offered && offered.items.length > 0 ? `${listId}-${offered.active}` : null,
    }
    for (const [name, value] of Object.entries(facts))
      if (value === null) box.removeAttribute(name)
      else box.setAttribute(name, value)
  }, [editor, offered, props.label, props.readOnly, listId])

  const linkPassage = () => {
    const { passage } = props
    if (!editor || !passage) return
    const words = passage.quote.replace(/\s+/gu, ' ').trim()
    const label = `«${words.length > 60 ? `${words.slice(0, 60)}…` : words}»`
    const { transcriptId: id, start, end } = passage
    editor
      .chain()
      .focus()
      .insertContent([
        { type: 'mention', attrs: { kind: 'passage', id, label, start, end } },
        { type: 'text', text: ' ' },
      ])
      .run()
  }
  return (
    <>
      <RichTextEditor
        editor={editor}
        className={classes.rich}
        data-reading={props.readOnly || undefined}
        labels={{
          boldControlLabel: t('bold'),
          italicControlLabel: t('italic'),
          strikeControlLabel: t('strike'),
          h2ControlLabel: t('heading'),
          bulletListControlLabel: t('bullets'),
          orderedListControlLabel: t('numbers'),
          blockquoteControlLabel: t('quote'),
          linkControlLabel: t('webLink'),
          unlinkControlLabel: t('webLinkRemove'),
          linkEditorInputLabel: t('webLinkField'),
          linkEditorInputPlaceholder: 'https://',
          linkEditorSave: t('webLinkSave'),
        }}
      >
        {props.readOnly ? null : (
          <RichTextEditor.Toolbar role="toolbar" aria-label={t('toolbar')} className={classes.toolbar}>
            <RichTextEditor.ControlsGroup>
              <RichTextEditor.Bold />
              <RichTextEditor.Italic />
              <RichTextEditor.Strikethrough />
            </RichTextEditor.ControlsGroup>
            <RichTextEditor.ControlsGroup>
              <RichTextEditor.H2 />
              <RichTextEditor.BulletList />
              <RichTextEditor.OrderedList />
              <RichTextEditor.Blockquote />
            </RichTextEditor.ControlsGroup>
            <RichTextEditor.ControlsGroup>
              <RichTextEditor.Link />
              <RichTextEditor.Unlink />
            </RichTextEditor.ControlsGroup>
            <RichTextEditor.ControlsGroup>
              <RichTextEditor.Control
                aria-label={t('linkThing')}
                title={t('linkHint')}
                onClick={() => {
                  const before = editor?.state.selection.$from.nodeBefore
                  const apart = before && !before.textContent.endsWith(' ') ? ' @' : '@'
                  editor?.chain().focus().insertContent(apart).run()
                }}
              >
                <IconAt size={16} stroke={1.6} aria-hidden />
              </RichTextEditor.Control>
              {props.passage === undefined ? null : (
                <RichTextEditor.Control
                  aria-label={t('linkPassage')}
                  title={t('linkPassage')}
                  disabled={props.passage === null}
                  onClick={linkPassage}
                >
                  <IconTextCaption size={16} stroke={1.6} aria-hidden />
                </RichTextEditor.Control>
              )}
            </RichTextEditor.ControlsGroup>
          </RichTextEditor.Toolbar>
        )}
        <RichTextEditor.Content />
      </RichTextEditor>
      {props.readOnly ? null : <LinkSuggestions suggesting={suggesting} id={listId} />}
    </>
  )
}
