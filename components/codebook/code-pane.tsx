'use client'

import { ActionIcon, Button, Menu, Select, TagsInput } from '@mantine/core'
import { IconArrowLeft, IconDots } from '@tabler/icons-react'
import { useTranslations } from 'next-intl'
import { type ReactNode, useCallback, useEffect, useMemo, useState } from 'react'
import type { Code, CodeChange } from '@/core/codebook/code'
import type { Counts } from '@/core/codebook/counts'
import { codePaths, inTreeOrder, withDescendants } from '@/core/codebook/path'
import { children, type Place, type Step, stepped } from '@/core/codebook/tree'
import type { Answer } from './answer'
import { CodeCounts } from './code-counts'
import classes from './codebook.module.css'
import { MergeDialog } from './merge-dialog'
import { SplitDialog } from './split-dialog'
import { Swatches } from './swatches'
import { TextField } from './text-field'
import type { Drafts, FieldState } from './use-field'

/** What the pane of a code can ask for. */
export type PaneActs = {
  readonly change: (to: CodeChange, seen: CodeChange | null) => Promise<Answer>
  readonly move: (to: Place) => void
  readonly under: () => void
  readonly remove: () => void
  /** Null for who may not. */
  readonly merge: ((into: string) => void) | null
  /** Null for who may not: divides its passages among other codes, and new ones of these names. */
  readonly split: ((into: readonly string[], names: readonly string[]) => void) | null
  readonly archive: (archived: boolean) => void
  readonly open: (id: string | null) => void
}

const prose = ['definition', 'include', 'exclude', 'example'] as const
const steps: readonly Step[] = ['up', 'down', 'in', 'out']

/** A code as it is read and described: stored field by field as each is left. */
export function CodePane(props: {
  code: Code
  codes: readonly Code[]
  counts: Counts | undefined
  mayAdd: boolean
  mayChange: boolean
  drafts: Drafts
  excerptsHref: (code: string, withSubCodes: boolean) => string
  acts: PaneActs
  extras: ReactNode
  /** What is to be said of its passages, above the fields. */
  review: ReactNode
}) {
  const t = useTranslations('codebook')
  const { code, codes, acts, mayChange } = props
  const [states, setStates] = useState<Readonly<Record<string, FieldState>>>({})
  const told = useCallback((key: string, state: FieldState) => setStates((all) => ({ ...all, [key]: state })), [])
  const [merging, setMerging] = useState(false)
  const [splitting, setSplitting] = useState(false)
  const all = Object.values(states)
  const state = (['failed', 'storing', 'written'] as const).find((one) => all.includes(one)) ?? 'stored'
  useEffect(() => {
    if (state === 'stored') return
    const warn = (event: BeforeUnloadEvent) => event.preventDefault()
    window.addEventListener('beforeunload', warn)
    return () => window.removeEventListener('beforeunload', warn)
  }, [state])

  const above = useMemo(() => ancestors(codes, code), [codes, code])
  const paths = useMemo(() => codePaths(codes), [codes])
  const parents = useMemo(() => possibleParents(codes, code.id), [codes, code.id])
  const field = { readOnly: !mayChange, drafts: props.drafts, told }
  const now = async (to: CodeChange, seen: CodeChange) => {
    told('now', 'storing')
    await acts.change(to, seen)
    told('now', 'stored')
  }

  return (
    <section className={classes.pane} aria-label={t('code', { name: code.name })}>
      <div className={classes.bar}>
        <Button
          className={classes.back}
          variant="subtle"
          color="gray"
          leftSection={<IconArrowLeft size={16} aria-hidden />}
          onClick={() => acts.open(null)}
        >
          {t('title')}
        </Button>
        <nav className={classes.path} aria-label={t('path')}>
          {above.map((one) => (
            <span key={one.id}>
              <button type="button" onClick={() => acts.open(one.id)}>
                {one.name}
              </button>
              {' / '}
            </span>
          ))}
          <strong>{code.name}</strong>
        </nav>
        <span className={classes.state} role="status" data-state={state}>
          {mayChange ? t(`state.${state}`) : null}
        </span>
        {mayChange || props.mayAdd ? (
          <Menu position="bottom-end" shadow="sm">
            <Menu.Target>
              <ActionIcon variant="subtle" color="gray" aria-label={t('more', { name: code.name })}>
                <IconDots size={18} aria-hidden />
              </ActionIcon>
            </Menu.Target>
            <Menu.Dropdown>
              {props.mayAdd ? (
                <Menu.Item onClick={acts.under} rightSection={<kbd>+</kbd>}>
                  {t('newUnder')}
                </Menu.Item>
              ) : null}
              {mayChange
                ? steps.map((step) => {
                    const to = stepped(codes, code.id, step)
                    return (
                      <Menu.Item
                        key={step}
                        disabled={!to}
                        rightSection={<kbd>{arrows[step]}</kbd>}
                        onClick={() => to && acts.move(to)}
                      >
                        {t(`step.${step}`)}
                      </Menu.Item>
                    )
                  })
                : null}
              {acts.merge ? <Menu.Item onClick={() => setMerging(true)}>{t('merge')}</Menu.Item> : null}
              {acts.split ? <Menu.Item onClick={() => setSplitting(true)}>{t('split')}</Menu.Item> : null}
              {mayChange ? (
                <Menu.Item onClick={() => acts.archive(!code.archived)}>
                  {t(code.archived ? 'unarchive' : 'archive')}
                </Menu.Item>
              ) : null}
              {mayChange ? (
                <Menu.Item color="red" rightSection={<kbd>Del</kbd>} onClick={acts.remove}>
                  {t('delete')}
                </Menu.Item>
              ) : null}
            </Menu.Dropdown>
          </Menu>
        ) : null}
      </div>
      {acts.split && splitting ? (
        <SplitDialog
          name={code.name}
          codings={props.counts?.own.codings ?? 0}
          others={codes
            .filter((one) => one.id !== code.id)
            .map((one) => ({ value: one.id, label: (paths.get(one.id) ?? []).join(' / ') }))}
          split={acts.split}
          close={() => setSplitting(false)}
        />
      ) : null}
      {acts.merge && merging ? (
        <MergeDialog
          name={code.name}
          codings={props.counts?.own.codings ?? 0}
          others={parents}
          merge={acts.merge}
          close={() => setMerging(false)}
        />
      ) : null}
      {mayChange ? null : <p className={classes.quiet}>{t(props.mayAdd ? 'notYours' : 'reading')}</p>}
      <div className={classes.fields}>
        {code.archived ? <p className={classes.quiet}>{t('archivedNote')}</p> : null}
        {props.review}
        {mayChange ? (
          <TextField
            {...field}
            id={`${code.id}.name`}
            label={t('name')}
            value={code.name}
            oneLine
            save={(name, seen) => acts.change({ name }, seen === null ? null : { name: seen })}
          />
        ) : (
          <h2 className={classes.heading}>{code.name}</h2>
        )}
        <CodeCounts
          counts={props.counts}
          below={codes.some((one) => one.parentId === code.id)}
          href={(withSubCodes) => props.excerptsHref(code.id, withSubCodes)}
        />
        <Swatches
          colour={code.colour}
          readOnly={!mayChange}
          choose={(colour) => now({ colour }, { colour: code.colour })}
        />
        {prose.map((key) => (
          <TextField
            {...field}
            key={key}
            id={`${code.id}.${key}`}
            label={t(key)}
            hint={t(`hint.${key}`)}
            value={code[key]}
            save={(text, seen) => acts.change({ [key]: text }, seen === null ? null : { [key]: seen })}
          />
        ))}
        {mayChange || code.aliases.length > 0 ? (
          <TagsInput
            label={t('aliases')}
            description={t('hint.aliases')}
            value={[...code.aliases]}
            readOnly={!mayChange}
            maxTags={100}
            acceptValueOnBlur
            onChange={(aliases) => now({ aliases }, { aliases: code.aliases })}
          />
        ) : null}
        {mayChange ? (
          <Select
            label={t('parent')}
            searchable
            allowDeselect={false}
            limit={200}
            value={code.parentId ?? ''}
            data={[{ value: '', label: t('noParent') }, ...parents]}
            nothingFoundMessage={t('noSuchCode')}
            onChange={(value) => {
              const parentId = value === '' ? null : value
              if (parentId !== code.parentId) acts.move({ parentId, position: children(codes, parentId).length })
            }}
          />
        ) : null}
        {props.extras}
      </div>
    </section>
  )
}

const arrows: Readonly<Record<Step, string>> = { up: 'Alt ↑', down: 'Alt ↓', in: 'Alt →', out: 'Alt ←' }

function ancestors(codes: readonly Code[], code: Code): readonly Code[] {
  const byId = new Map(codes.map((one) => [one.id, one]))
  const above: Code[] = []
  for (let up = byId.get(code.parentId ?? ''); up; up = byId.get(up.parentId ?? '')) above.unshift(up)
  return above
}

function possibleParents(codes: readonly Code[], id: string): { value: string; label: string }[] {
  const own = withDescendants(codes, [id])
  const paths = codePaths(codes)
  return inTreeOrder(codes)
    .filter(({ code }) => !own.has(code.id))
    .map(({ code }) => ({ value: code.id, label: (paths.get(code.id) ?? []).join(' / ') }))
}
