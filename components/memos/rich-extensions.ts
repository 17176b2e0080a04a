import type { Extensions } from '@tiptap/core'
import { Mention } from '@tiptap/extension-mention'
import { PluginKey } from '@tiptap/pm/state'
import StarterKit from '@tiptap/starter-kit'
import { findTargets, type TargetFinder } from '@/core/notes/find-target'
import type { Suggesting } from './suggesting'

const OFFERED = 8

const Link = Mention.extend({
  addAttributes() {
    const number = (name: string) => ({
      default: null,
      parseHTML: (element: HTMLElement) => {
        const value = element.getAttribute(`data-${name}`)
        return value === null ? null : Number(value)
      },
    })
    return {
      ...this.parent?.(),
      kind: { default: 'code', parseHTML: (element: HTMLElement) => element.getAttribute('data-kind') },
      start: number('start'),
      end: number('end'),
    }
  },
})

/** What a memo's editor can do: paragraphs, headings, lists, quotations, emphasis, web addresses, and links begun by @ or [[. */
export function richExtensions(suggesting: Suggesting, among: () => TargetFinder): Extensions {
  const begunBy = (char: string, allowedPrefixes: string[] | null) => ({
    char,
    allowedPrefixes,
    allowSpaces: true,
    pluginKey: new PluginKey(`link ${char}`),
    items: ({ query }: { query: string }) => [...findTargets(among(), query, OFFERED)],
    render: () => ({
      onStart: (given: Parameters<Suggesting['show']>[0]) => suggesting.show(given),
      onUpdate: (given: Parameters<Suggesting['show']>[0]) => suggesting.show(given),
      onKeyDown: ({ event }: { event: KeyboardEvent }) => suggesting.key(event),
      onExit: () => suggesting.hide(),
    }),
  })
  return [
    StarterKit.configure({
      heading: { levels: [2, 3] },
      link: { openOnClick: false, protocols: ['http', 'https', 'mailto'], defaultProtocol: 'https' },
    }),
    Link.configure({
      deleteTriggerWithBackspace: true,
      renderText: ({ node }) => String(node.attrs.label ?? ''),
      renderHTML: ({ node }) => {
        const { kind, id, label, start, end } = node.attrs
        const range = start === null ? {} : { 'data-start': String(start), 'data-end': String(end) }
        return [
          'span',
          { 'data-type': 'mention', 'data-kind': kind, 'data-id': id, 'data-label': label, ...range },
          String(label ?? ''),
        ]
      },
      suggestions: [begunBy('@', [' ', '(', '«', '"']), begunBy('[[', null)],
    }),
  ]
}
