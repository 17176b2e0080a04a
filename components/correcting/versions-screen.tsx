'use client'

import { Button, Group, Table, Text, Title } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useFormatter, useTranslations } from 'next-intl'
import { useTransition } from 'react'
import classes from './correcting.module.css'

type Version = {
  readonly version: number
  readonly at: number
  readonly by: string | null
  readonly words: number
  readonly current: boolean
}
type ToLookAt = {
  readonly id: string
  readonly codingId: string
  readonly code: string
  readonly coder: string
  readonly version: number
  readonly before: string
  readonly after: string | null
}
/** A change between two versions with a little of what stands around it. */
export type Change = {
  readonly before: string
  readonly removed: string
  readonly added: string
  readonly after: string
}
type Answer = { ok?: unknown } | { error: string }

/** The versions of a text, what its corrections did to codings, and the difference between two. */
export function VersionsScreen(props: {
  versions: readonly Version[]
  toLookAt: readonly ToLookAt[]
  compared: { readonly from: number; readonly to: number; readonly changes: readonly Change[] } | null
  corrects: boolean
  placeHref: string
  compareHref: string
  seen: (ids: readonly string[]) => Promise<Answer>
  restore: (base: number, version: number) => Promise<Answer>
}) {
  const t = useTranslations('correcting')
  const format = useFormatter()
  const [busy, start] = useTransition()
  const current = props.versions.find((one) => one.current)?.version ?? 1
  const run = (work: () => Promise<Answer>) =>
    start(async () => {
      const answer = await work()
      if ('error' in answer) notifications.show({ color: 'red', message: answer.error })
    })
  return (
    <div className={classes.changes}>
      {props.toLookAt.length > 0 ? (
        <section aria-labelledby="look">
          <Group justify="space-between">
            <Title order={2} size="h5" id="look">
              {t('toLookAt', { n: props.toLookAt.length })}
            </Title>
            {props.corrects ? (
              <Button
                size="xs"
                variant="default"
                loading={busy}
                onClick={() => run(() => props.seen(props.toLookAt.map((one) => one.id)))}
              >
                {t('allSeen')}
              </Button>
            ) : null}
          </Group>
          {props.toLookAt.map((one) => (
            <div key={one.id} className={classes.row}>
              <Text size="sm" c="dimmed">
                {one.code} · {one.coder} · {t('versionN', { n: one.version })}
              </Text>
              <p className={classes.quote} style={{ margin: '4px 0' }}>
                <del>{one.before}</del>
              </p>
              <p className={classes.quote} style={{ margin: '4px 0' }}>
                {one.after === null ? <em>{t('nothingLeft')}</em> : <ins>{one.after}</ins>}
              </p>
              <Group gap="xs">
                {one.after === null ? null : (
                  <Button size="compact-xs" variant="default" component="a" href={props.placeHref + one.codingId}>
                    {t('toPlace')}
                  </Button>
                )}
                {props.corrects ? (
                  <Button
                    size="compact-xs"
                    variant="default"
                    loading={busy}
                    aria-label={t('seenOf', { code: one.code })}
                    onClick={() => run(() => props.seen([one.id]))}
                  >
                    {t('seen')}
                  </Button>
                ) : null}
              </Group>
            </div>
          ))}
        </section>
      ) : null}
      <Title order={2} size="h5" mt="lg">
        {t('versions')}
      </Title>
      <Table verticalSpacing={4}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('version')}</Table.Th>
            <Table.Th>{t('when')}</Table.Th>
            <Table.Th>{t('who')}</Table.Th>
            <Table.Th style={{ textAlign: 'end' }}>{t('words')}</Table.Th>
            <Table.Th aria-label={t('acts')} />
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {props.versions.map((one) => (
            <Table.Tr key={one.version} aria-current={one.current || undefined}>
              <Table.Td>{one.current ? t('currentN', { n: one.version }) : one.version}</Table.Td>
              <Table.Td>{format.dateTime(one.at, { dateStyle: 'medium', timeStyle: 'short' })}</Table.Td>
              <Table.Td>{one.by ?? '–'}</Table.Td>
              <Table.Td style={{ textAlign: 'end' }}>{format.number(one.words)}</Table.Td>
              <Table.Td>
                <Group gap="xs" justify="flex-end">
                  {one.version > 1 ? (
                    <Button
                      size="compact-xs"
                      variant="default"
                      component="a"
                      href={`${props.compareHref}${one.version}`}
                    >
                      {t('changes', { n: one.version })}
                    </Button>
                  ) : null}
                  {props.corrects && !one.current ? (
                    <Button
                      size="compact-xs"
                      variant="default"
                      loading={busy}
                      onClick={() => run(() => props.restore(current, one.version))}
                    >
                      {t('restore', { n: one.version })}
                    </Button>
                  ) : null}
                </Group>
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      {props.compared ? (
        <section aria-labelledby="compared">
          <Title order={2} size="h5" mt="lg" id="compared">
            {t('compared', { from: props.compared.from, to: props.compared.to, n: props.compared.changes.length })}
          </Title>
          {props.compared.changes.map((change, i) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a list that never changes while it is shown
            <p key={i} className={`${classes.quote} ${classes.row}`} style={{ margin: 0 }}>
              <span className={classes.around}>…{change.before}</span>
              {change.removed ? <del>{change.removed}</del> : null}
              {change.added ? <ins>{change.added}</ins> : null}
              <span className={classes.around}>{change.after}…</span>
            </p>
          ))}
        </section>
      ) : null}
    </div>
  )
}
