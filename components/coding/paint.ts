import { Plugin, PluginKey } from '@tiptap/pm/state'
import { Decoration, DecorationSet } from '@tiptap/pm/view'
import { type Segment, segments } from '@/core/text/segments'
import type { Mark } from './marks'
import type { Positions } from './positions'

/** The colour of a coding, 0 to 11; null for one that is painted by depth alone. */
export type SlotOf = (mark: Mark) => number | null

/** What the plugin is told: the codings to show, and the range in which they differ from before (null for all of it). */
type Paint = {
  readonly marks: readonly Mark[]
  readonly slotOf: SlotOf
  readonly dirty: { readonly start: number; readonly end: number } | null
}

export const paintKey = new PluginKey<DecorationSet>('codings')
export const chosenKey = new PluginKey<DecorationSet>('chosen')

/**
 * The look of a segment: the tint of its innermost coding by depth, and an underline for each of the three innermost; without colours one hue
 * that grows stronger with every coding over it, up to six.
 */
export function look(colours: readonly (number | null)[]): { class: string; style: string } {
  const slots = colours.filter((slot) => slot !== null)
  if (slots.length < colours.length) {
    const share = Math.min(6, colours.length) * 7
    return {
      class: 'seg',
      style: `--tint:color-mix(in srgb, var(--mantine-primary-color-filled) ${share}%, transparent);--lines:none`,
    }
  }
  const innermost = slots.at(-1) ?? 0
  const depth = Math.min(3, slots.length)
  const lines = slots.slice(-3).reverse()
  const shadows = lines.map((slot, i) => `0 ${(i + 1) * 2}px 0 var(--code-${slot})`)
  return { class: 'seg', style: `--tint:var(--code-${innermost}-tint-${depth});--lines:${shadows.join(',')}` }
}

/** Draws codings as decorations over disjoint segments; a change redraws only the segments it touches. */
export function paintPlugin(to: Positions): Plugin<DecorationSet> {
  return new Plugin<DecorationSet>({
    key: paintKey,
    state: {
      init: () => DecorationSet.empty,
      apply: (tr, set) => {
        const paint: Paint | undefined = tr.getMeta(paintKey)
        if (!paint) return set
        const byId = new Map(paint.marks.map((mark) => [mark.id, mark]))
        const decorate = ({ start, end, ids }: Segment): Decoration => {
          const slots = ids.flatMap((id) => {
            const mark = byId.get(id)
            return mark ? [paint.slotOf(mark)] : []
          })
          return Decoration.inline(to.toPos(start), to.toPos(end), look(slots), { start, end })
        }
        if (!paint.dirty) return DecorationSet.create(tr.doc, segments(paint.marks).map(decorate))
        const touched = set.find(to.toPos(paint.dirty.start), to.toPos(paint.dirty.end))
        // Widened to whole segments, so that two that have become alike are one again.
        const start = Math.min(paint.dirty.start, ...touched.map((old) => Number(old.spec.start)))
        const end = Math.max(paint.dirty.end, ...touched.map((old) => Number(old.spec.end)))
        return set.remove(touched).add(tr.doc, segments(paint.marks, start, end).map(decorate))
      },
    },
    props: { decorations: (state) => paintKey.getState(state) },
  })
}

/** Draws one range over all others: the coding that is selected, hovered, or being resized. */
export function chosenPlugin(): Plugin<DecorationSet> {
  return new Plugin<DecorationSet>({
    key: chosenKey,
    state: {
      init: () => DecorationSet.empty,
      apply: (tr, set) => {
        const range: { from: number; to: number } | null | undefined = tr.getMeta(chosenKey)
        if (range === undefined) return set
        if (range === null || range.from >= range.to) return DecorationSet.empty
        return DecorationSet.create(tr.doc, [Decoration.inline(range.from, range.to, { class: 'chosen' })])
      },
    },
    props: { decorations: (state) => chosenKey.getState(state) },
  })
}

/** Keeps a selection visible while the focus is elsewhere (in the palette, on a code), where browsers stop showing it. */
export function pickedPlugin(): Plugin<boolean> {
  const key = new PluginKey<boolean>('picked')
  return new Plugin<boolean>({
    key,
    state: { init: () => true, apply: (tr, away) => tr.getMeta(key) ?? away },
    props: {
      decorations: (state) =>
        key.getState(state) && !state.selection.empty
          ? DecorationSet.create(state.doc, [
              Decoration.inline(state.selection.from, state.selection.to, { class: 'picked' }),
            ])
          : null,
      handleDOMEvents: {
        focus: (view) => {
          view.dispatch(view.state.tr.setMeta(key, false))
          return false
        },
        blur: (view) => {
          view.dispatch(view.state.tr.setMeta(key, true))
          return false
        },
      },
    },
  })
}

/** The smallest range in which two lists of codings differ, null when they do not; by identity, as marks are never changed in place. */
export function difference(before: readonly Mark[], after: readonly Mark[]): { start: number; end: number } | null {
  const was = new Set(before)
  const is = new Set(after)
  const changed = [...after.filter((mark) => !was.has(mark)), ...before.filter((mark) => !is.has(mark))]
  if (!changed.length) return null
  return { start: Math.min(...changed.map((mark) => mark.start)), end: Math.max(...changed.map((mark) => mark.end)) }
}
