import { notifications } from '@mantine/notifications'
import { useTranslations } from 'next-intl'
import { useCallback, useMemo, useRef, useState } from 'react'
import { finder } from '@/core/codebook/find'
import { codePaths } from '@/core/codebook/path'
import { suggested } from '@/core/codebook/suggested'
import { inUse } from '@/core/codebook/tree'
import { sentenceAt } from '@/core/text/sentences'
import { wordOffsets } from '@/core/text/words'
import type { CodingScreenProps } from './coding-screen-props'
import { doing } from './doing'
import { reveal } from './geometry'
import type { Hovered } from './hover-card'
import { keymap } from './keys'
import type { Mark } from './marks'
import { type Passages, passages } from './passage'
import { pinned, tints } from './preferences'
import { running } from './run'
import type { Selected } from './transcript-view'
import { useDesk } from './use-desk'
import { useHere } from './use-here'
import { useKeys } from './use-keys'
import { useLabels } from './use-labels'
import { useLive } from './use-live'
import { useLook } from './use-look'
import { useOpening } from './use-opening'
import { usePalette } from './use-palette'
import { usePointer } from './use-pointer'
import { usePreferences } from './use-preferences'
import { useRecent } from './use-recent'
import { useRenewal } from './use-renewal'
import { useShown } from './use-shown'
import { useStable } from './use-stable'
import { useTick } from './use-tick'
import { useTranscript } from './use-transcript'

const NONE: ReadonlySet<string> = new Set()

/** Everything the coding screen holds and does; what it looks like is `CodingScreen`. */
export function useScreen(props: CodingScreenProps) {
  const t = useTranslations('coding')
  const { transcript, me, only, limit } = props
  const host = useRef<HTMLDivElement>(null)
  const scroller = useRef<HTMLDivElement>(null)
  const sheet = useRef<HTMLDivElement>(null)
  const filterField = useRef<HTMLInputElement>(null)
  const comment = useRef<HTMLTextAreaElement>(null)
  const ours = useRef(false)
  const [range, setRange] = useState<Selected>({ start: 0, end: 0 })
  const [chosenId, setChosen] = useState<string | null>(null)
  const [many, setMany] = useState(NONE)
  const [lit, setLit] = useState<Mark | null>(null)
  const [hovered, setHovered] = useState<Hovered | null>(null)
  const [penId, setPen] = useState<string | null>(null)
  const [help, setHelp] = useState(false)
  const [tab, setTab] = useState<'text' | 'codes' | 'here'>('text')
  const [live, setLive] = useState('')
  const tick = useTick(scroller, sheet)

  const say = useCallback((message: string, kind: 'done' | 'problem' = 'done') => {
    setLive(message)
    if (kind === 'problem') notifications.show({ message, color: 'orange', autoClose: 5000 })
  }, [])
  const [preferences, prefer, togglePane] = usePreferences(props.preferences, props.savePreference, () =>
    say(t('preferenceLost'), 'problem'),
  )
  const keys = useMemo(() => keymap(preferences.keys), [preferences.keys])
  const [older, setOlder] = useState(false)
  const desk = useDesk(props, `${me.id}.${props.interview.id}`, props.transcriptId, older, props.send, say)
  const { others, line } = useLive(props.live?.href ?? null, props.live?.cursor ?? null, {
    news: desk.learn,
    corrected: () => setOlder(true),
  })
  const seed = useMemo(
    () => [...new Set(props.marks.filter((mark) => mark.coderId === me.id).map((mark) => mark.codeId))],
    [props.marks, me.id],
  )
  const [recent, used, usage] = useRecent(`${me.id}.${props.projectId}`, seed)
  const best = useMemo(() => suggested(recent, usage), [recent, usage])

  const codes = useMemo(() => new Map(desk.codes.map((code) => [code.id, code])), [desk.codes])
  const paths = useMemo(() => codePaths(desk.codes), [desk.codes])
  const among = useMemo(() => finder(inUse(desk.codes)), [desk.codes])
  const words = useMemo(() => wordOffsets(transcript.text), [transcript])
  const { onlyCodes, onlyCoders, counts, shown } = useShown(desk, only)
  const labels = useLabels(props.coders, transcript.text, desk.unsent)
  const chosen = (chosenId === null ? null : desk.marks.get(chosenId)) ?? null
  const place: Selected = chosen ?? range
  const { here, on } = useHere(shown, place, me.id)

  const view = useTranscript(host, transcript, t('transcript', { name: props.interview.name }), {
    selected: (next) => {
      setRange(next)
      if (!ours.current) setChosen(null)
    },
    key: (event) => onKey(event),
    typed: (letters) => typed(letters),
    dropped: (codeId, offset) => {
      const into = range.start < range.end && offset >= range.start && offset <= range.end
      act.apply(codeId, into ? range : (sentenceAt(all().sentences, offset) ?? undefined))
    },
    tripled: (offset) => {
      const sentence = sentenceAt(all().sentences, offset)
      if (sentence) view?.select(sentence)
    },
  })
  const cut = useRef<{ for: unknown; passages: Passages } | null>(null)
  const all = (): Passages => {
    const asked = (turn: number): boolean => {
      const speaker = transcript.turns[turn]?.speaker
      return typeof speaker === 'number' && transcript.speakers[speaker]?.role === 'interviewer'
    }
    if (cut.current?.for !== view)
      cut.current = { for: view, passages: passages(transcript.text, view?.lines ?? [], asked) }
    return cut.current.passages
  }
  const look = useLook(view, shown, codes, props.coders, preferences.tint)

  const select = (next: Selected): void => {
    view?.select(next)
    if (view && scroller.current) reveal(view, scroller.current, next.end)
  }
  const choose = useCallback(
    (id: string | null) => {
      setChosen(id)
      setMany(NONE)
      const mark = id === null ? undefined : desk.marks.get(id)
      if (!mark || !view || !scroller.current) return
      // A caret within the coding stays: it is where the coding may be split.
      const { start } = view.selected()
      ours.current = true
      const at = start >= mark.start && start <= mark.end ? start : mark.start
      view.select({ start: at, end: at })
      ours.current = false
      setTab('text')
      reveal(view, scroller.current, at)
    },
    [desk.marks, view],
  )
  const { palette, open, back } = usePalette(view, scroller, sheet, () => setTab('text'))
  useRenewal(older, palette !== null || desk.unsent.length > 0, () => {
    notifications.show({ message: t('textCorrected') })
    props.renew?.()
  })
  const openPalette = (first: string, targets: readonly string[], at: Selected = place): void => {
    if (me.role === 'viewer') say(t('mayNotCode'), 'problem')
    else open(first, targets, at)
  }

  const act = doing({
    t,
    desk,
    text: transcript.text,
    words,
    passages: all,
    me,
    nameOf: labels.nameOf,
    chosen,
    // What is selected now: a key may come before the screen is drawn again.
    get range() {
      return view?.selected() ?? range
    },
    shown,
    used,
    say,
    select,
    choose,
  })
  const takePen = useCallback((codeId: string) => {
    setPen((before) => (before === codeId ? null : codeId))
    setTab('text')
  }, [])
  const selectMany = useCallback((ids: readonly string[], more: boolean) => {
    setChosen(null)
    setMany(
      (before) =>
        new Set(more ? [...before].filter((id) => !ids.includes(id)).concat(ids.filter((id) => !before.has(id))) : ids),
    )
  }, [])

  const run = running({
    act,
    desk,
    say,
    t,
    get range() {
      return view?.selected() ?? range
    },
    recent,
    suggested: best,
    pins: preferences.pins,
    has: (id) => codes.has(id),
    previous: props.previous,
    next: props.next,
    chosen,
    openPalette,
    togglePane,
    pen: () => {
      const code = penId ?? chosen?.codeId ?? recent.find((id) => codes.has(id))
      if (code) takePen(code)
      else say(t('noRecent'), 'problem')
    },
    many: () =>
      selectMany(
        here.filter(act.mayChange).map((mark) => mark.id),
        false,
      ),
    focusCode: () => {
      const code = look.focus ?? chosen?.codeId ?? here.at(-1)?.codeId
      if (code) look.toggleFocus(code)
      else say(t('noCodingHere'), 'problem')
    },
    tint: () => {
      const tint = tints[(tints.indexOf(preferences.tint) + 1) % tints.length] ?? 'code'
      prefer({ name: 'tint', value: tint })
      say(t('tinted', { by: t(`tint.${tint}`) }))
    },
    help: () => setHelp(true),
    filter: () => {
      setTab('codes')
      if (!preferences.panes.codebook) togglePane('codebook')
      requestAnimationFrame(() => filterField.current?.focus())
    },
    comment: () => requestAnimationFrame(() => comment.current?.focus()),
  })
  const typed = (letters: string): void => {
    const now = view?.selected() ?? range
    const at = many.size ? place : (chosen ?? (now.start < now.end ? now : act.grow('sentences', 1)))
    if (at) openPalette(letters, [...many], at)
  }
  const { onKey, onKeyDown } = useKeys({
    keys,
    run,
    chosen: chosen !== null,
    many,
    place,
    host,
    scroller,
    escape: () => {
      setChosen(null)
      setMany(NONE)
      setPen(null)
      if (range.start < range.end) view?.select({ start: range.start, end: range.start })
    },
    toText: () => view?.focus(),
    removeMany: () => act.removeAll([...many]),
    openPalette: typed,
  })

  usePointer(view, host, {
    released: (given) => {
      if (penId === null) return
      const passage = given.start < given.end ? given : sentenceAt(all().sentences, given.start)
      if (passage) act.apply(penId, passage)
      view?.select({ start: passage?.end ?? given.end, end: passage?.end ?? given.end })
    },
    doubled: () => act.words(),
    numbered: (offset) => {
      const turn = all().turns.findLast((one) => one.start <= offset)
      if (turn) view?.select(turn)
    },
  })
  useOpening(view, host, scroller, props, desk, choose)

  const stable = useStable({ act, openPalette, run, range, chosen, takePen, toText: () => view?.focus(), setTab })
  const hover = useCallback((mark: Mark | null, event: { readonly clientX: number; readonly clientY: number }) => {
    setLit(mark)
    setHovered(mark && { mark, left: event.clientX, top: event.clientY })
  }, [])
  const pin = useCallback(
    (codeId: string, digit: number) => prefer({ name: 'pins', value: pinned(preferences.pins, codeId, digit) }),
    [prefer, preferences.pins],
  )
  const toggleOnly = useCallback(
    (codeId: string) => {
      const codes = only.codes.includes(codeId) ? only.codes.filter((id) => id !== codeId) : [...only.codes, codeId]
      limit({ codes, coders: only.coders })
    },
    [only, limit],
  )

  return {
    others,
    line,
    ...labels,
    ...look,
    ...stable,
    act,
    among,
    back,
    chosen,
    codes,
    comment,
    counts,
    desk,
    filterField,
    help,
    here,
    host,
    hover,
    hovered,
    keys,
    lit,
    live,
    many,
    on,
    onKeyDown,
    onlyCoders,
    onlyCodes,
    openPalette,
    palette,
    paths,
    penId,
    pin,
    place,
    prefer,
    preferences,
    recent: best,
    lastUsed: recent.find((id) => codes.has(id)),
    run,
    scroller,
    selectMany,
    setHelp,
    setHovered,
    setLit,
    setPen,
    setTab,
    sheet,
    shown,
    tab,
    takePen,
    tick,
    togglePane,
    toggleOnly,
    view,
    words,
    choose,
  }
}
