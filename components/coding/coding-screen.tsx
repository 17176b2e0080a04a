'use client'

import { useTranslations } from 'next-intl'
import { lineAt } from '@/core/text/lines'
import { wordRange } from '@/core/text/words'
import { HitStepper } from '../search/hit-stepper'
import { Bars, TouchBar } from './bars'
import { CodebookPane } from './codebook-pane'
import classes from './coding-screen.module.css'
import type { CodingScreenProps } from './coding-screen-props'
import { scrollTo } from './geometry'
import { Handles } from './handles'
import { HoverCard } from './hover-card'
import { written } from './keys'
import { Margin } from './margin'
import { Minimap } from './minimap'
import { Palette } from './palette'
import { ScreenHeader } from './screen-header'
import { ShortcutsDialog } from './shortcuts-dialog'
import { SidePane } from './side-pane'
import { useLit } from './use-lit'
import { useScreen } from './use-screen'

/** THE coding screen: the codebook, the text with its margin and minimap, and what there is about the place. */
export function CodingScreen(props: CodingScreenProps) {
  const t = useTranslations('coding')
  const { me, only, limit } = props
  const at = useScreen(props)
  const { view, desk, act, chosen, place, here, run, preferences, tab, palette } = at
  useLit(view, chosen ?? at.lit)

  const line = view?.lines[lineAt(view.lines, place.start)]?.number ?? 1
  const selected = wordRange(at.words, place.start, place.end)
  const heading =
    place.start < place.end
      ? t('passageSelected', { words: selected.to - selected.from, line })
      : t('passageAt', { line })
  const limited = only.codes.length > 0 || only.coders.length > 0
  const { panes, tint } = preferences

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keys of the whole screen; each has a control of its own too
    <div className={classes.screen} onKeyDown={at.onKeyDown}>
      <ScreenHeader
        name={props.interview.name}
        values={props.values}
        number={props.number}
        count={props.count}
        previous={props.previous}
        next={props.next}
        coders={props.coders}
        nameOf={at.nameOf}
        shownCoders={at.onlyCoders}
        showCoders={(coders) => limit({ codes: only.codes, coders })}
        unsent={desk.unsent}
        retry={() => desk.retry()}
        line={at.line}
        others={at.others}
        tint={tint}
        setTint={(value) => at.prefer({ name: 'tint', value })}
        uncoded={() => run({ do: 'uncoded' })}
        undo={() => run({ do: 'undo' })}
        redo={() => run({ do: 'redo' })}
        codebook={panes.codebook}
        side={panes.side}
        toggleCodebook={() => at.togglePane('codebook')}
        toggleSide={() => at.togglePane('side')}
        help={() => at.setHelp(true)}
        versions={props.versions}
      />
      <div className={classes.panes} data-tab={tab} data-codebook={panes.codebook} data-side={panes.side}>
        <CodebookPane
          finder={at.among}
          counts={at.counts}
          only={at.onlyCodes}
          filterRef={at.filterField}
          apply={at.apply}
          toggleOnly={at.toggleOnly}
          pins={preferences.pins}
          pin={at.pin}
          focus={at.focus}
          toggleFocus={at.toggleFocus}
          takePen={at.takePen}
          dropped={at.droppedOn}
          back={at.back}
        />
        <div className={classes.middle}>
          <div ref={at.scroller} className={classes.scroller}>
            {props.search && view ? (
              <HitStepper
                query={props.search.query}
                hits={props.search.hits}
                at={props.jump.at}
                close={props.search.end}
                show={(hit) => {
                  view.select(hit)
                  if (at.scroller.current) scrollTo(view, at.scroller.current, hit.start, 0.3)
                }}
              />
            ) : null}
            <Bars
              filtered={limited ? { shown: at.shown.length, count: desk.marks.size } : null}
              showAll={() => limit({ codes: [], coders: [] })}
              focus={at.focus === null ? undefined : at.codes.get(at.focus)}
              endFocus={at.endFocus}
              pen={at.penId === null ? undefined : at.codes.get(at.penId)}
              layDown={() => at.setPen(null)}
              many={at.many.size}
              recodeMany={() => at.openPalette('', [...at.many])}
              removeMany={() => act.removeAll([...at.many])}
              endMany={() => at.selectMany([], false)}
            />
            <div ref={at.sheet} className={classes.sheet}>
              <div
                ref={at.host}
                className={classes.text}
                data-dimmed={at.lit !== null}
                data-focused={at.focus !== null}
                data-pen={at.penId !== null}
              />
              <Margin
                view={view}
                scroller={at.scroller}
                sheet={at.sheet}
                tick={at.tick}
                marks={at.shown}
                codes={at.codes}
                nameOf={at.nameOf}
                manyCoders={new Set(at.shown.map((mark) => mark.coderId)).size > 1}
                chosen={chosen?.id ?? null}
                failed={at.failed}
                quote={at.quote}
                many={at.many}
                faint={at.faint}
                colourOf={at.colourOf}
                choose={at.choose}
                selectMany={at.selectMany}
                hover={at.hover}
                replace={at.replace}
              />
              {view && chosen && act.mayChange(chosen) ? (
                <Handles
                  view={view}
                  sheet={at.sheet}
                  tick={at.tick}
                  mark={chosen}
                  words={at.words}
                  resize={(start, end) => act.resize(chosen.id, start, end)}
                />
              ) : null}
              {palette ? (
                <Palette
                  key={palette.key}
                  finder={at.among}
                  recent={at.recent}
                  first={palette.first}
                  recoding={palette.targets.length > 0}
                  style={palette.style}
                  on={at.on}
                  choose={(offer, keepOpen) => {
                    act.accept(offer, palette.targets)
                    if (!keepOpen) at.back()
                  }}
                  close={at.back}
                />
              ) : null}
            </div>
          </div>
          <Minimap
            view={view}
            scroller={at.scroller}
            tick={at.tick}
            length={props.transcript.text.length}
            marks={at.painted}
            hits={props.search?.hits}
            colourOf={at.colourOf}
          />
        </div>
        <SidePane
          heading={heading}
          marks={here}
          codes={at.codes}
          paths={at.paths}
          nameOf={at.nameOf}
          quote={at.quote}
          mayChange={at.mayChange}
          joined={at.joined}
          chosen={chosen?.id ?? null}
          troubles={at.troubles}
          comment={at.comment}
          canApply={me.role !== 'viewer' && place.start < place.end}
          choose={at.choose}
          hover={at.setLit}
          change={at.change}
          recode={at.recode}
          split={at.split}
          merge={at.merge}
          inVivo={at.inVivo}
          inVivoKey={at.keys.chordsOf('inVivo').map(written)[0] ?? ''}
          remove={at.remove}
          retry={desk.retry}
          discard={desk.discard}
          openPalette={at.openCodes}
          extras={props.extras?.({
            start: place.start,
            end: place.end,
            chosen: chosen?.id ?? null,
            codings: new Set(here.map((mark) => mark.id)),
          })}
        />
      </div>
      {tab === 'text' && me.role !== 'viewer' ? (
        <TouchBar
          sentence={() => run({ do: 'sentence' })}
          shrink={() => run({ do: 'shrink' })}
          turn={() => run({ do: 'turn' })}
          codes={at.openCodes}
          repeat={at.lastUsed === undefined ? null : () => run({ do: 'repeat' })}
          last={at.codes.get(at.lastUsed ?? '')?.name ?? ''}
        />
      ) : null}
      <div className={classes.tabs}>
        {(['text', 'codes', 'here'] as const).map((name) => (
          <button key={name} type="button" aria-pressed={tab === name} onClick={() => at.setTab(name)}>
            {name === 'text' ? t('text') : name === 'codes' ? t('codebook') : `${t('here')} ${here.length || ''}`}
          </button>
        ))}
      </div>
      <HoverCard hovered={at.hovered} codes={at.codes} paths={at.paths} nameOf={at.nameOf} />
      <output className={classes.quiet} aria-live="polite">
        {at.live}
      </output>
      <ShortcutsDialog
        opened={at.help}
        close={() => at.setHelp(false)}
        own={preferences.keys}
        change={(value) => at.prefer({ name: 'keys', value })}
      />
    </div>
  )
}
