'use client'

import { Button, Group, Text } from '@mantine/core'
import { useTranslations } from 'next-intl'
import { type ChangeEvent, useEffect, useRef } from 'react'
import { type FileWithPath, useDropzone } from 'react-dropzone'
import classes from './import.module.css'

type Dropped = readonly { file: File; path: string }[]

/** Where files, and whole folders, are dropped or chosen. */
export function DropZone(props: { small: boolean; add: (files: Dropped) => void }) {
  const t = useTranslations('import')
  const folder = useRef<HTMLInputElement>(null)
  const { getRootProps, getInputProps, isDragActive, open } = useDropzone({
    noClick: true,
    noKeyboard: true,
    useFsAccessApi: false,
    onDrop: (files: FileWithPath[]) =>
      props.add(files.map((file) => ({ file, path: (file.path ?? file.name).replace(/^\.?\//, '') }))),
  })
  useEffect(() => folder.current?.setAttribute('webkitdirectory', ''), [])
  function onFolder(event: ChangeEvent<HTMLInputElement>) {
    const files = [...(event.currentTarget.files ?? [])]
    props.add(files.map((file) => ({ file, path: file.webkitRelativePath || file.name })))
    event.currentTarget.value = ''
  }
  return (
    <div
      {...getRootProps({ role: 'group', 'aria-label': t('drop') })}
      className={classes.drop}
      data-active={isDragActive}
    >
      <input {...getInputProps({ 'aria-label': t('chooseFiles') })} />
      <input ref={folder} type="file" hidden aria-label={t('chooseFolder')} onChange={onFolder} />
      {props.small ? null : (
        <>
          <Text>{t('drop')}</Text>
          <Text c="var(--quiet)">{t('dropMore')}</Text>
        </>
      )}
      <Group gap="xs">
        <Button variant={props.small ? 'default' : 'filled'} onClick={open}>
          {t('chooseFiles')}
        </Button>
        <Button variant="default" onClick={() => folder.current?.click()}>
          {t('chooseFolder')}
        </Button>
        {props.small ? <Text c="var(--quiet)">{t('dropHere')}</Text> : null}
      </Group>
    </div>
  )
}
