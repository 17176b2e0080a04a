'use client'

import { Button } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useTranslations } from 'next-intl'
import {
  type CSSProperties,
  type KeyboardEvent,
  useCallback,
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from 'react'
import { flushSync } from 'react-dom'
import { finder } from '@/core/codebook/find'
import { codePaths } from '@/core/codebook/path'
import { lineAt } from '@/core/text/lines'
import { wordOffsets, wordRange } from '@/core/text/words'
import { CodebookPane } from './codebook-pane'
import classes from './coding-screen.module.css'
import type { CodingScreenProps } from './coding-screen-props'
import { doing } from './doing'
import { besideRange, reveal } from './geometry'
import { Handles } from './handles'
import { commandOf, letterOf, type Press } from './keys'
import { Margin } from './margin'
import type { Mark } from './marks'
import { Palette } from './palette'
import { type Passages, passages } from './passage'
import { running } from './run'
import { ScreenHeader } from './screen-header'
import { ShortcutsDialog } from './shortcuts-dialog'
import { SidePane } from './side-pane'
import type { Selected } from './transcript-view'
import { useDesk } from './use-desk'
import { useLabels } from './use-labels'
import { usePanes } from './use-panes'
import { usePlace } from './use-place'
import { useRecent } from './use-recent'
import { useShown } from './use-shown'
import { useTick } from './use-tick'
import { useTranscript } from './use-transcript'

type Open = { readonly first: string; readonly recoding: boolean; readonly style: CSSProperties; readonly key: number }

const PALETTE_WIDTH = 340

export function CodingScreen(props: CodingScreenProps) {
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
  const [hovered, setHovered] = useState<string | null>(null)
  const [palette, setPalette] = useState<Open | null>(null)
  const [help, setHelp] = useState(false)
  const [tab, setTab] = useState<'text' | 'codes' | 'here'>('text')
  const [live, setLive] = useState('')
  const [panes, togglePane] = usePanes()
  const tick = useTick(scroller, sheet)

  const say = useCallback((message: string, kind: 'done' | 'problem' = 'done') => {
    setLive(message)
    if (kind === 'problem') notifications.show({ message, color: 'orange', autoClose: 5000 })
  }, [])
  const desk = useDesk(props, `${me.id}.${props.interview.id}`, props.send, say)
  const seed = useMemo(
    () => [...new Set(props.marks.filter((mark) => mark.coderId === me.id).map((mark) => mark.codeId))],
    [props.marks, me.id],
  )
  const [recent, used] = useRecent(`${me.id}.${props.projectId}`, seed)

  const codes = useMemo(() => new Map(desk.codes.map((code) => [code.id, code])), [desk.codes])
  const paths = useMemo(() => codePaths(desk.codes), [desk.codes])
  const among = useMemo(() => finder(desk.codes), [desk.codes])
  const words = useMemo(() => wordOffsets(transcript.text), [transcript])
  const { onlyCodes, onlyCoders, counts, shown } = useShown(desk, only)
  const { nameOf, quote, troubles, failed } = useLabels(props.coders, transcript.text, desk.unsent)
  const chosen = (chosenId === null ? null : desk.marks.get(chosenId)) ?? null

  const view = useTranscript(host, transcript, t('transcript', { name: props.interview.name }), {
    selected: (next) => {
      setRange(next)
      if (!ours.current) setChosen(null)
    },
    key: (event) => onKey(event),
    dropped: (codeId, offset) => {
      const into = range.start < range.end && offset >= range.start && offset <= range.end
      const sentence = all()
        .sentences.filter((one) => one.start <= offset)
        .at(-1)
      act.apply(codeId, into ? range : sentence)
    },
  })
  const cut = useRef<{ for: unknown; passages: Passages } | null>(null)
  const all = (): Passages => {
    if (cut.current?.for !== view) cut.current = { for: view, passages: passages(transcript.text, view?.lines ?? []) }
    return cut.current.passages
  }

  // Colours do not change while the screen is open; a stable function lets a new code be painted without painting everything.
  const colours = useRef(codes)
  colours.current = codes
  const slotOf = useCallback((codeId: string) => colours.current.get(codeId)?.colour ?? 0, [])
  useLayoutEffect(() => view?.paint(shown, slotOf), [view, shown, slotOf])
  const lit = chosen ?? (hovered === null ? null : (desk.marks.get(hovered) ?? null))
  useLayoutEffect(() => view?.choose(lit), [view, lit])

  const select = (next: Selected): void => {
    view?.select(next)
    if (view && scroller.current) reveal(view, scroller.current, next.end)
  }
  const choose = useCallback(
    (id: string | null) => {
      setChosen(id)
      const mark = id === null ? undefined : desk.marks.get(id)
      if (!mark || !view || !scroller.current) return
      ours.current = true
      view.select({ start: mark.start, end: mark.start })
      ours.current = false
      setTab('text')
      reveal(view, scroller.current, mark.start)
    },
    [desk.marks, view],
  )
  const openPalette = (first: string, recoding: boolean, at: Selected = chosen ?? range): void => {
    if (!view || !scroller.current || !sheet.current) return
    if (me.role === 'viewer') {
      say(t('mayNotCode'), 'problem')
      return
    }
    const phone = window.matchMedia('(max-width: 700px)').matches
    const style = phone ? {} : besideRange(view, scroller.current, sheet.current, at, PALETTE_WIDTH)
    // At once, so that the letters typed next are the palette's.
    flushSync(() => {
      setTab('text')
      setPalette({ first, recoding, style, key: Date.now() })
    })
  }
  const back = useCallback(() => {
    setPalette(null)
    view?.focus()
  }, [view])

  const act = doing({
    t,
    desk,
    text: transcript.text,
    words,
    passages: all,
    me,
    nameOf,
    chosen,
    range,
    shown,
    used,
    say,
    select,
    choose,
  })

  const run = running({
    act,
    desk,
    say,
    t,
    recent,
    has: (id) => codes.has(id),
    previous: props.previous,
    next: props.next,
    chosen,
    openPalette,
    togglePane,
    help: () => setHelp(true),
    filter: () => {
      setTab('codes')
      if (!panes.codebook) togglePane('codebook')
      requestAnimationFrame(() => filterField.current?.focus())
    },
    comment: () => requestAnimationFrame(() => comment.current?.focus()),
  })

  /** A key press in the text. A letter opens the palette with itself; on a mere caret the sentence there is taken. */
  const onKey = (event: Press): boolean => {
    const command = commandOf(event, chosen !== null)
    if (command) return run(command)
    if (event.key === 'Escape') {
      setChosen(null)
      return true
    }
    const letter = event.key === 'Enter' && !event.ctrlKey ? '' : letterOf(event)
    if (letter === null) {
      if (event.code !== 'Space' || event.ctrlKey || event.altKey) return false
      scroller.current?.scrollBy({ top: (event.shiftKey ? -0.85 : 0.85) * scroller.current.clientHeight })
      return true
    }
    const at = chosen ?? (range.start < range.end ? range : act.grow('sentences', 1))
    if (at) openPalette(letter, false, at)
    return true
  }
  const onKeyDown = (event: KeyboardEvent<HTMLElement>): void => {
    if (event.defaultPrevented || host.current?.contains(event.currentTarget.ownerDocument.activeElement)) return
    const typing = event.target instanceof HTMLInputElement || event.target instanceof HTMLTextAreaElement
    const command = commandOf(event, chosen !== null && !typing)
    if (event.key === 'Escape') view?.focus()
    else if (!command || (typing && (command.do === 'undo' || command.do === 'redo' || command.do === 'help'))) return
    else run(command)
    event.preventDefault()
  }

  // The place in the address is for opening only: what is chosen later does not move it.
  const jump = useRef(props.jump)
  const target = jump.current.coding === null ? undefined : desk.marks.get(jump.current.coding)
  usePlace(view, scroller, {
    owner: `${me.id}.${props.interview.id}`,
    place: props.place,
    jump: target?.start ?? jump.current.at,
    save: props.savePlace,
  })
  useEffect(() => {
    if (!view) return
    // Who has clicked into the text already keeps the caret where it is.
    if (!host.current?.contains(document.activeElement)) view.focus()
    const to = jump.current
    if (to.coding !== null) choose(to.coding)
    else if (to.at !== null) view.select({ start: to.at, end: to.at })
    jump.current = { at: null, coding: null }
  }, [view, choose])

  const latest = useRef({ act, openPalette })
  latest.current = { act, openPalette }
  const stable = useMemo(
    () => ({
      apply: (codeId: string) => {
        latest.current.act.apply(codeId)
        setTab('text')
        view?.focus()
      },
      change: (id: string, to: Parameters<typeof act.change>[1]) => latest.current.act.change(id, to),
      remove: (id: string) => latest.current.act.remove(id),
      replace: (id: string, codeId: string) => latest.current.act.recode(id, codeId),
      recode: () => latest.current.openPalette('', true),
      palette: () => latest.current.openPalette('', false),
      mayChange: (mark: Mark) => latest.current.act.mayChange(mark),
    }),
    [view],
  )
  const toggleOnly = useCallback(
    (codeId: string) => {
      const next = only.codes.includes(codeId) ? only.codes.filter((id) => id !== codeId) : [...only.codes, codeId]
      limit({ codes: next, coders: only.coders })
    },
    [only, limit],
  )

  const place = chosen ?? range
  const here = useMemo(() => {
    const { start, end } = place
    return shown.filter((mark) =>
      start === end ? mark.start <= start && mark.end >= end : mark.start < end && mark.end > start,
    )
  }, [shown, place])
  const on = useMemo(
    () => new Set(here.filter((mark) => mark.coderId === me.id).map((mark) => mark.codeId)),
    [here, me.id],
  )
  const line = view?.lines[lineAt(view.lines, place.start)]?.number ?? 1
  const selectedWords = wordRange(words, place.start, place.end)
  const heading =
    place.start < place.end
      ? t('passageSelected', { words: selectedWords.to - selectedWords.from, line })
      : t('passageAt', { line })
  const limited = only.codes.length > 0 || only.coders.length > 0

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keys of the whole screen; each has a control of its own too
    <div className={classes.screen} onKeyDown={onKeyDown}>
      <ScreenHeader
        name={props.interview.name}
        values={props.values}
        number={props.number}
        count={props.count}
        previous={props.previous}
        next={props.next}
        coders={props.coders}
        nameOf={nameOf}
        shownCoders={onlyCoders}
        showCoders={(coders) => limit({ codes: only.codes, coders })}
        unsent={desk.unsent}
        retry={() => desk.retry()}
        undo={() => run({ do: 'undo' })}
        redo={() => run({ do: 'redo' })}
        codebook={panes.codebook}
        side={panes.side}
        toggleCodebook={() => togglePane('codebook')}
        toggleSide={() => togglePane('side')}
        help={() => setHelp(true)}
      />
      <div className={classes.panes} data-tab={tab} data-codebook={panes.codebook} data-side={panes.side}>
        <CodebookPane
          finder={among}
          counts={counts}
          only={onlyCodes}
          filterRef={filterField}
          apply={stable.apply}
          toggleOnly={toggleOnly}
          back={back}
        />
        <div ref={scroller} className={classes.scroller}>
          {limited ? (
            <p className={classes.note}>
              {t('filtered', { shown: shown.length, count: desk.marks.size })}
              <Button variant="default" size="compact-xs" onClick={() => limit({ codes: [], coders: [] })}>
                {t('showAll')}
              </Button>
            </p>
          ) : null}
          <div ref={sheet} className={classes.sheet}>
            <div ref={host} className={`${classes.text} ${hovered ? classes.dimmed : ''}`} />
            <Margin
              view={view}
              scroller={scroller}
              sheet={sheet}
              tick={tick}
              marks={shown}
              codes={codes}
              nameOf={nameOf}
              manyCoders={new Set(shown.map((mark) => mark.coderId)).size > 1}
              chosen={chosenId}
              failed={failed}
              quote={quote}
              choose={choose}
              hover={setHovered}
              replace={stable.replace}
            />
            {view && chosen && act.mayChange(chosen) ? (
              <Handles
                view={view}
                sheet={sheet}
                tick={tick}
                mark={chosen}
                words={words}
                resize={(start, end) => act.resize(chosen.id, start, end)}
              />
            ) : null}
            {palette ? (
              <Palette
                key={palette.key}
                finder={among}
                recent={recent}
                first={palette.first}
                recoding={palette.recoding}
                style={palette.style}
                on={on}
                choose={(offer, keepOpen) => {
                  act.accept(offer, palette.recoding)
                  if (!keepOpen) back()
                }}
                close={back}
              />
            ) : null}
          </div>
        </div>
        <SidePane
          heading={heading}
          marks={here}
          codes={codes}
          paths={paths}
          nameOf={nameOf}
          quote={quote}
          mayChange={stable.mayChange}
          chosen={chosenId}
          troubles={troubles}
          comment={comment}
          canApply={me.role !== 'viewer' && place.start < place.end}
          choose={choose}
          hover={setHovered}
          change={stable.change}
          recode={stable.recode}
          remove={stable.remove}
          retry={desk.retry}
          discard={desk.discard}
          openPalette={stable.palette}
          extras={props.extras({
            start: place.start,
            end: place.end,
            chosen: chosenId,
            codings: new Set(here.map((mark) => mark.id)),
          })}
        />
      </div>
      <div className={classes.tabs}>
        {(['text', 'codes', 'here'] as const).map((name) => (
          <button key={name} type="button" aria-pressed={tab === name} onClick={() => setTab(name)}>
            {name === 'text' ? t('text') : name === 'codes' ? t('codebook') : `${t('here')} ${here.length || ''}`}
          </button>
        ))}
      </div>
      <output className={classes.quiet} aria-live="polite">
        {live}
      </output>
      <ShortcutsDialog opened={help} close={() => setHelp(false)} />
    </div>
  )
}
