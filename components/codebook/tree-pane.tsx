'use client'

import { ActionIcon, Button, CloseButton, TextInput, Tooltip } from '@mantine/core'
import { IconFold, IconPlus, IconSearch } from '@tabler/icons-react'
import { useTranslations } from 'next-intl'
import { type ComponentProps, useDeferredValue, useEffect, useMemo, useState } from 'react'
import { find, finder } from '@/core/codebook/find'
import { CodeTree } from './code-tree'
import classes from './codebook.module.css'

type Given = Omit<ComponentProps<typeof CodeTree>, 'found' | 'closed' | 'setClosed'>

/** The left half of the codebook: search, and the tree. */
export function TreePane(props: Given & { project: string; addFirst: () => void; toTree: (id: string) => void }) {
  const t = useTranslations('codebook')
  const { codes } = props
  const [query, setQuery] = useState('')
  const asked = useDeferredValue(query)
  const [closed, setClosed] = useClosed(props.project)
  const among = useMemo(() => finder(codes), [codes])
  const best = useMemo(() => (asked.trim() === '' ? null : find(among, asked)), [among, asked])
  const found = useMemo(() => best && new Set(best.map(({ code }) => code.id)), [best])
  const parents = useMemo(() => new Set(codes.flatMap((code) => code.parentId ?? [])), [codes])
  const allClosed = parents.size > 0 && [...parents].every((id) => closed.has(id))
  const fold = t(allClosed ? 'openAll' : 'closeAll')

  return (
    <section className={classes.left} aria-label={t('tree')}>
      <div className={classes.tools}>
        <TextInput
          className={classes.search}
          size="xs"
          type="search"
          value={query}
          placeholder={t('search')}
          aria-label={t('search')}
          leftSection={<IconSearch size={14} aria-hidden />}
          rightSection={
            query === '' ? null : <CloseButton size="xs" aria-label={t('clear')} onClick={() => setQuery('')} />
          }
          onChange={(event) => setQuery(event.currentTarget.value)}
          onKeyDown={(event) => {
            const first = best?.[0]?.code.id
            if (event.key === 'Escape') setQuery('')
            if (event.key === 'ArrowDown') {
              event.preventDefault()
              const to = first ?? props.selected ?? codes[0]?.id
              if (to) props.toTree(to)
            }
            if (event.key === 'Enter' && first) props.acts.open(first)
          }}
        />
        {parents.size > 0 ? (
          <Tooltip label={fold}>
            <ActionIcon
              variant="subtle"
              color="gray"
              size="md"
              aria-label={fold}
              disabled={found !== null}
              onClick={() => setClosed(allClosed ? new Set() : parents)}
            >
              <IconFold size={16} aria-hidden />
            </ActionIcon>
          </Tooltip>
        ) : null}
        {props.mayAdd ? (
          <Button leftSection={<IconPlus size={14} aria-hidden />} onClick={props.addFirst}>
            {t('new')}
          </Button>
        ) : null}
      </div>
      {found?.size === 0 ? (
        <p className={classes.quiet}>{t('nothingFound', { query: asked.trim() })}</p>
      ) : (
        <CodeTree {...props} found={found} closed={closed} setClosed={setClosed} />
      )}
    </section>
  )
}

/** Which codes are closed is kept in this browser, per project. */
function useClosed(project: string) {
  const key = `codebook-closed:${project}`
  const [closed, setClosed] = useState<ReadonlySet<string>>(new Set())
  useEffect(() => {
    const kept: unknown = JSON.parse(localStorage.getItem(key) ?? '[]')
    if (Array.isArray(kept)) setClosed(new Set(kept.filter((id) => typeof id === 'string')))
  }, [key])
  const keep = (next: ReadonlySet<string>) => {
    setClosed(next)
    localStorage.setItem(key, JSON.stringify([...next]))
  }
  return [closed, keep] as const
}
