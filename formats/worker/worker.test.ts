import { zipSync } from 'fflate'
import { afterAll, describe, expect, test } from 'vitest'
import { closeReaders, readBatch, readSheet, readTranscript } from '.'
import { Reader } from './reader'

const utf8 = (text: string) => new TextEncoder().encode(text)
const interview = utf8('Q: Why?\nA: So.\nQ: How?\nA: Thus.\n')
const task = (name: string, bytes: Uint8Array) => ({ kind: 'transcript', name, bytes, options: {} }) as const

afterAll(closeReaders)

describe('files are read in a process of their own', () => {
  test('as they are read in this one', async () => {
    const reading = await readTranscript('a.txt', interview)
    if ('refused' in reading) throw new Error(reading.refused.key)
    expect(reading.value.speakers.map(({ name }) => name)).toEqual(['Q', 'A'])
    expect(await readSheet('a.csv', utf8('file,year\na.txt,2016'))).toMatchObject({
      value: { columns: ['file', 'year'], rows: [['a.txt', '2016']] },
    })
    const batch = await readBatch('a.zip', zipSync({ 'б/a.txt': interview }))
    expect(
      'value' in batch && batch.value.files.map(({ path, bytes }) => [path, Buffer.from(bytes).toString()]),
    ).toEqual([['б/a.txt', Buffer.from(interview).toString()]])
    expect(await readTranscript('a.mp3', interview)).toMatchObject({ refused: { key: 'transcriptKind' } })
  })

  test('several at once, each with its own answer', async () => {
    const answers = await Promise.all(
      Array.from({ length: 7 }, (_, n) => readTranscript(`${n}.txt`, utf8(`Number ${n}`))),
    )
    expect(answers.map((answer) => ('value' in answer ? answer.value.text : ''))).toEqual(
      answers.map((_, n) => `Number ${n}`),
    )
  })

  test('one that takes too long is ended, and the next is read', async () => {
    const reader = new Reader({ time: 20, memory: 800 })
    expect(await reader.run(task('a.txt', interview))).toBe('timed-out')
    reader.close()
    const patient = new Reader({ time: 30_000, memory: 800 })
    expect(await patient.run(task('a.txt', interview))).toHaveProperty('transcript.value')
    patient.close()
  })

  test('one that takes too much memory is ended, and the next is read', async () => {
    const reader = new Reader({ time: 30_000, memory: 120 })
    // A list of a million elements, which the tree of a page holds at once.
    const page = utf8(`<html><body>${'<p><b>x</b>'.repeat(1_500_000)}</body></html>`)
    expect(await reader.run(task('a.html', page))).toBe('out-of-memory')
    reader.close()
    expect(await readTranscript('a.txt', interview)).toHaveProperty('value')
  })
})
