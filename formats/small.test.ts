import { zipSync } from 'fflate'
import iconv from 'iconv-lite'
import { describe, expect, test } from 'vitest'
import { readBatch, readTranscript } from '.'
import { limits } from './limits'

const utf8 = (text: string) => new TextEncoder().encode(text)
const latin1 = (text: string) => Uint8Array.from(Buffer.from(text, 'latin1'))

async function read(name: string, bytes: Uint8Array) {
  const reading = await readTranscript(name, bytes)
  if ('refused' in reading) throw new Error(reading.refused.key)
  return { ...reading.value, notes: reading.notes.map(({ key }) => key) }
}
async function textOf(name: string, source: string) {
  return (await read(name, utf8(source))).text
}
async function refusal(name: string, bytes: Uint8Array) {
  const reading = await readTranscript(name, bytes)
  return 'refused' in reading ? reading.refused.key : null
}

describe('RTF', () => {
  const rtf = async (body: string, head = '\\ansi\\ansicpg1251') => read('a.rtf', latin1(`{\\rtf1${head} ${body}}`))
  const cyrillic = (text: string) =>
    [...iconv.encode(text, 'win1251')].map((byte) => `\\'${byte.toString(16)}`).join('')

  test('bytes are of the code page of the document, or of the font they stand in', async () => {
    expect((await rtf(`${cyrillic('Привет')}\\par ok`)).text).toBe('Привет\nok')
    const fonts = '\\ansi\\ansicpg1252{\\fonttbl{\\f0\\fcharset0 Arial;}{\\f1\\fcharset204 Arial Cyr;}}'
    expect((await rtf(`\\f0 caf\\'e9 {\\f1 ${cyrillic('Да')}} caf\\'e9`, fonts)).text).toBe(' café Да café')
    expect(
      (await read('a.rtf', latin1(`{\\rtf1\\ansicpg1251 ${iconv.encode('Как', 'win1251').toString('latin1')}}`))).text,
    ).toBe('Как')
  })

  test('Unicode stands before as many older characters as \\uc says', async () => {
    expect((await rtf("\\uc1\\u1055?\\u1088\\'f0\\u1080?x")).text).toBe('Приx')
    expect((await rtf('{\\uc0\\u1055\\u1086}\\u1090?m')).text).toBe('Потm')
    expect((await rtf('\\uc2\\u8212--x')).text).toBe('—x')
    expect((await rtf('\\u-10179?\\u-8704?')).text).toBe('😀')
  })

  test('fields show what is shown, tables are lines with tabs, footnotes are at the end, deletions and fonts no text', async () => {
    expect((await rtf('a {\\field{\\*\\fldinst HYPERLINK "http://x"}{\\fldrslt link}} b')).text).toBe('a link b')
    expect((await rtf('\\trowd\\intbl Q\\cell Why\\par not?\\cell\\row\\pard after\\par')).text).toBe(
      'Q\tWhy\nnot?\nafter',
    )
    const notes = await rtf('one{\\footnote {\\super 1} said \\i so}. two\\par three')
    expect([notes.text, notes.notes.includes('footnotesKept')]).toEqual(['one[1]. two\nthree\n\n[1] 1 said so', true])
    const tracked = await rtf(
      '{\\deleted old}{\\revised new}{\\*\\annotation no}{\\stylesheet{\\s1 Normal;}}{\\*\\unknown no}{\\v hidden}',
    )
    expect(tracked.text).toBe('newhidden')
    expect(tracked.notes).toEqual(expect.arrayContaining(['changesAccepted', 'commentsLeftOut', 'hiddenTextKept']))
    expect((await rtf('{\\header Running {\\b head}\\par}text\\line more\\~x\\emdash\\{\\}\\\\')).text).toBe(
      'text\nmore\u00A0x—{}\\',
    )
    expect((await rtf('{\\pict\\bin5 }}}}}ff00}text')).text).toBe('text')
  })

  test('one that was cut is read as far as it goes, and that is said', async () => {
    expect((await read('a.rtf', latin1('{\\rtf1 Q: why?\\par {\\b A: so'))).notes).toContain('cutShort')
  })
})

describe('OpenDocument', () => {
  const odt = (body: string, prolog = '') =>
    zipSync({
      mimetype: utf8('application/vnd.oasis.opendocument.text'),
      'content.xml': utf8(
        `${prolog}<office:document-content xmlns:office="o" xmlns:text="t" xmlns:table="b" xmlns:draw="d" xmlns:xlink="x"><office:body><office:text>${body}</office:text></office:body></office:document-content>`,
      ),
    })
  const p = (text: string) => `<text:p>${text}</text:p>`

  test('blanks, tabs, tables, text boxes, footnotes and changes', async () => {
    const { text, notes } = await read(
      'a.odt',
      odt(
        `<text:tracked-changes><text:changed-region><text:deletion>${p('gone')}</text:deletion></text:changed-region></text:tracked-changes>` +
          `<text:h>Head</text:h>${p('a<text:s text:c="2"/>b<text:tab/>c<text:line-break/>d   e')}` +
          `${p('x<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>said so</text:p></text:note-body></text:note>y<office:annotation><text:p>no</text:p></office:annotation>')}` +
          `<table:table><table:table-row><table:table-cell>${p('Q')}</table:table-cell><table:table-cell>${p('one')}${p('two')}</table:table-cell></table:table-row></table:table>` +
          `${p('before<draw:frame><draw:text-box><text:p>box</text:p></draw:text-box></draw:frame>after')}`,
      ),
    )
    expect(text).toBe('Head\na  b\tc\nd e\nx[1]y\nQ\tone\ntwo\nbeforeafter\nbox\n\n[1] said so')
    expect(notes).toEqual(expect.arrayContaining(['changesAccepted', 'commentsLeftOut', 'footnotesKept']))
  })

  test('entities, depth, passwords and other zips are refused', async () => {
    expect(await refusal('a.odt', odt(p('&b;'), '<!DOCTYPE x [<!ENTITY b SYSTEM "file:///etc/passwd">]>'))).toBe(
      'odtDamaged',
    )
    expect(
      await refusal('a.odt', odt('<text:p>'.repeat(limits.depth + 1) + '</text:p>'.repeat(limits.depth + 1))),
    ).toBe('odtDamaged')
    expect(await refusal('a.odt', zipSync({ 'x.txt': utf8('x') }))).toBe('odtNoText')
    expect(await refusal('a.odt', utf8('Q: why?'))).toBe('odtNoZip')
    const locked = zipSync({ 'META-INF/manifest.xml': utf8('<m:encryption-data/>'), 'content.xml': utf8('x') })
    expect(await refusal('a.odt', locked)).toBe('zipEncrypted')
  })
})

describe('web pages', () => {
  test('give their text only', async () => {
    const page =
      '<html><head><title>no</title><style>p{}</style><script>evil()</script></head><body onload="evil()"><script>document.write("no")</script>' +
      '<p>One <b>two</b>\n three&nbsp;four &amp; &lt;b&gt;</p><!-- no --><p>five<br>six<div>seven</div><img src=x onerror="evil()"><a href="javascript:evil()">eight</a>' +
      '<ul><li>nine<li>ten</ul><table><tr><td><p>Ana</p></td><td><p>hi</p><p>there</p></td></tr></table><pre>a\n  b</pre><svg><text>no</text></svg><iframe>no</iframe>'
    expect(await textOf('a.html', page)).toBe(
      'One two three\u00A0four & <b>\nfive\nsix\nseven\neight\nnine\nten\nAna\thi\nthere\na\n  b',
    )
  })

  test('are decoded as they say, unless their bytes say otherwise', async () => {
    const head = '<html><head><meta http-equiv="Content-Type" content="text/html; charset=windows-1251"></head><body>'
    const cp1251 = await read('a.htm', Uint8Array.from(iconv.encode(`${head}Как дела?`, 'win1251')))
    expect([cp1251.text, cp1251.encoding]).toEqual(['Как дела?', 'windows-1251'])
    const wrong = '<meta charset="utf-8"><p>Как дела? Хорошо, а у вас как дела?'
    expect((await read('a.htm', Uint8Array.from(iconv.encode(wrong, 'koi8-r')))).text).toBe(
      'Как дела? Хорошо, а у вас как дела?',
    )
  })

  test('nested beyond reason are refused', async () => {
    expect(await refusal('a.html', utf8(`${'<div>'.repeat(limits.depth + 2)}x`))).toBe('tooDeep')
    expect(await refusal('a.html', utf8('<div>'.repeat(1_000_000)))).toBe('tooDeep')
  })
})

describe('subtitles', () => {
  test('voices and names become speakers, times stay', async () => {
    const voices = await read(
      'a.vtt',
      utf8(
        'WEBVTT Kind: captions\n\nNOTE\nno\n\nSTYLE\n::cue{}\n\nintro-1\n00:01.500 --> 00:02.000 align:start\n<v Ana Lee>Hello <i>you</i></v>\n\n01:00:00.000 --> 01:00:01.000\n<v.loud Bob>5 &lt; 6 <00:00:01.000><c>yes</c>\nsecond line\n',
      ),
    )
    expect(voices.text).toBe('Ana Lee: Hello you\nBob: 5 < 6 yes\nsecond line')
    expect(voices.speakers.map(({ name }) => name)).toEqual(['Ana Lee', 'Bob'])
    expect(voices.turns.map(({ time, said, start }) => [time, said - start])).toEqual([
      [1.5, 9],
      [3600, 5],
    ])
    const cue = (n: number, text: string) => `${n}\r\n00:00:0${n},250 --> 00:00:0${n},900\r\n${text}\r\n\r\n`
    const named = await read(
      'a.srt',
      utf8(
        ['Interviewer: Why?', 'Anna: So.', 'and more', 'Interviewer: Really?', 'Anna: Yes.']
          .map((text, at) => cue(at + 1, text))
          .join(''),
      ),
    )
    expect(named.turns.map(({ time, speaker }) => [time, speaker])).toEqual([
      [1.25, 0],
      [2.25, 1],
      [3.25, 1],
      [4.25, 0],
      [5.25, 1],
    ])
    expect(await refusal('a.srt', utf8('no cue at all'))).toBe('subtitlesNone')
  })
})

describe('old Word files and batches', () => {
  test('what only has the ending .doc is read as what it is; the rest needs LibreOffice', async () => {
    expect((await read('a.doc', latin1('{\\rtf1 Q: why?}'))).text).toBe('Q: why?')
    expect(await textOf('a.doc', '<html><p>Q: why?')).toBe('Q: why?')
    process.env.INTERLINEAR_SOFFICE = ''
    const old = Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0])
    expect(['docNeedsOffice', 'docFailed']).toContain(await refusal('a.doc', old))
  })

  test('a zip gives its files under names that are no paths', async () => {
    const zip = zipSync({
      '../../etc/passwd.txt': utf8('x'),
      '/abs/C:/a.txt': utf8('y'),
      'dir/\u0001b\u202E.txt': utf8('z'),
      '__MACOSX/a': utf8('no'),
      '.DS_Store': utf8('no'),
    })
    const batch = await readBatch('a.zip', zip)
    expect('value' in batch && batch.value.files.map(({ path }) => path)).toEqual([
      'abs/a.txt',
      'dir/b.txt',
      'etc/passwd.txt',
    ])
    expect(await readBatch('a.zip', zipSync({ 'a/': new Uint8Array() }))).toMatchObject({
      refused: { key: 'batchEmpty' },
    })
    expect(await readBatch('a.zip', zip.subarray(0, zip.length - 9))).toMatchObject({
      refused: { key: 'batchDamaged' },
    })
    expect(await readBatch('a.zip', utf8('no zip'))).toMatchObject({ refused: { key: 'batchDamaged' } })
  })
})
