import { describe, expect, test } from 'vitest'
import { readTranscript } from '../index'
import { wordFile } from '../testing'

async function read(body: string, parts: Readonly<Record<string, string>> = {}) {
  const reading = await readTranscript('a.docx', wordFile(body, parts))
  if ('refused' in reading) throw new Error(reading.refused.key)
  return {
    text: reading.value.text,
    notes: reading.notes.filter(({ key }) => key !== 'noSpeakers'),
    turns: reading.value.turns,
    value: reading.value,
  }
}

const r = (text: string) => `<w:r><w:t xml:space="preserve">${text}</w:t></w:r>`
const p = (...runs: string[]) => `<w:p>${runs.join('')}</w:p>`

describe('reading Word', () => {
  test('a paragraph is a line, and tabs, line breaks, hyphens and blanks stay what they are', async () => {
    const { text } = await read(
      p(
        r('Раз'),
        '<w:r><w:tab/><w:t>два\u00A0три</w:t><w:br/><w:t>non</w:t><w:noBreakHyphen/><w:t>stop so</w:t><w:softHyphen/><w:t>ft</w:t></w:r>',
      ) +
        '<w:p/>' +
        p('<w:pPr><w:tabs><w:tab w:val="left"/></w:tabs></w:pPr>', r('и\u0306 &lt;b&gt; &#x1F600;')),
    )
    expect(text).toBe('Раз\tдва\u00A0три\nnon\u2011stop so\u00ADft\n\nй <b> 😀')
  })

  test('tracked insertions are taken and deletions dropped, also of ends of paragraphs and of rows', async () => {
    const { text, notes } = await read(
      p(
        r('a '),
        `<w:del w:id="1">${'<w:r><w:delText>gone</w:delText></w:r>'}</w:del>`,
        `<w:ins w:id="2">${r('new')}</w:ins>`,
      ) +
        p('<w:pPr><w:rPr><w:del w:id="3"/></w:rPr></w:pPr>', r('one ')) +
        p(r('line')) +
        p(`<w:moveFrom w:id="4">${r('from')}</w:moveFrom>`, `<w:moveTo w:id="5">${r('to')}</w:moveTo>`) +
        `<w:tbl><w:tr><w:trPr><w:del w:id="6"/></w:trPr><w:tc>${p(r('row'))}</w:tc></w:tr></w:tbl>`,
    )
    expect(text).toBe('a new\none line\nto')
    expect(notes).toEqual([{ key: 'trackedChanges', values: { inserted: 2, deleted: 3, paragraph: 1 } }])
  })

  test('links and fields give their text, not their codes', async () => {
    const field =
      '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> PAGE </w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>'
    expect(
      (
        await read(
          p(
            `<w:hyperlink w:anchor="x">${r('link')}</w:hyperlink>`,
            field,
            `<w:sdt><w:sdtPr><w:t>no</w:t></w:sdtPr><w:sdtContent>${r(' box')}</w:sdtContent></w:sdt>`,
          ),
        )
      ).text,
    ).toBe('link box')
  })

  test('footnotes and endnotes stand at the end, said by nobody, with their numbers at their places', async () => {
    const { text, notes, turns } = await read(
      p(r('Q: Why'), '<w:r><w:footnoteReference w:id="7"/></w:r>', r('?')) +
        p(r('A: So'), '<w:r><w:endnoteReference w:id="2"/></w:r>') +
        p(r('Q: And?')) +
        p(r('A: So.')),
      {
        footnotes: `<w:footnote w:type="separator" w:id="-1">${p(r('---'))}</w:footnote><w:footnote w:id="7">${p('<w:r><w:footnoteRef/></w:r>', r(' A: smiles.'))}${p(r('Twice.'))}</w:footnote>`,
        endnotes: `<w:endnote w:id="2">${p(r('end'))}</w:endnote>`,
      },
    )
    expect(text).toBe('Q: Why[1]?\nA: So[2]\nQ: And?\nA: So.\n\n[1] A: smiles.\nTwice.\n[2] end')
    expect(notes).toEqual([{ key: 'footnotesKept', values: { count: 2 } }])
    expect(turns.map(({ speaker }) => speaker)).toEqual([0, 1, 0, 1, null, null, null])
  })

  test('a table is a line per row, and one with a column of speakers has turns', async () => {
    const row = (...cells: string[]) => `<w:tr>${cells.map((cell) => `<w:tc>${cell}</w:tc>`).join('')}</w:tr>`
    const { text, value } = await read(
      `<w:tbl>${row(p(r('Время')), p(r('Спикер')), p(r('Текст')))}${row(p(r('0:05')), p(r('И')) + p(r('1')), p(r('Да?')) + p(r('Так?')))}${row(p(), p(r('Р')), p(r('Да.')))}</w:tbl>`,
    )
    expect(text).toBe('Время\tСпикер\tТекст\n0:05\tИ 1\tДа?\nТак?\n\tР\tДа.')
    expect(value.labels).toBe('table')
    expect(value.speakers.map(({ name }) => name)).toEqual(['И 1', 'Р'])
    expect(value.turns.map(({ said, end, time }) => [text.slice(said, end), time])).toEqual([
      ['Время\tСпикер\tТекст', null],
      ['Да?\nТак?', 5],
      ['Да.', null],
    ])
  })

  test('a text box is read once, after its paragraph', async () => {
    const box = (text: string) => `<w:txbxContent>${p(r(text))}</w:txbxContent>`
    const drawing = `<w:r><mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><mc:Choice Requires="wps">${box('box')}</mc:Choice><mc:Fallback><w:pict>${box('box')}</w:pict></mc:Fallback></mc:AlternateContent></w:r>`
    expect((await read(p(r('before '), drawing, r('after')) + p(r('next')))).text).toBe('before after\nbox\nnext')
  })

  test('comments, pictures, list numbers, hidden text, headers and other documents are told', async () => {
    const { text, notes } = await read(
      p(r('first')) +
        p(
          '<w:pPr><w:numPr/></w:pPr>',
          r('x'),
          '<w:r><w:commentReference w:id="1"/></w:r>',
          '<w:r><w:rPr><w:vanish/></w:rPr><w:t>!</w:t></w:r>',
        ) +
        p('<w:r><w:drawing><pic:pic xmlns:pic="p"/></w:drawing></w:r>') +
        '<w:altChunk/>',
      { header: p(r('Secret 7')) },
    )
    expect(text).toBe('first\nx!\n')
    expect(notes).toEqual([
      { key: 'commentsLeftOut', values: { count: 1, paragraph: 2 } },
      { key: 'picturesLeftOut', values: { count: 1, paragraph: 3 } },
      { key: 'listNumbersLeftOut', values: { count: 1 } },
      { key: 'hiddenTextKept', values: { count: 1 } },
      { key: 'foreignPartsLeftOut', values: { count: 1 } },
      { key: 'marginsLeftOut', values: { text: 'Secret 7' } },
    ])
  })
})
