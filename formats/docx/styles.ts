import { ImportedXmlComponent, type IStylesOptions } from 'docx'

const FONT = 'Times New Roman'
const W = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'

/** The style of tables: lines above and below and between the rows, the first row bold. The library has options for none, so it is XML. */
const overview = `<w:style xmlns:w="${W}" w:type="table" w:customStyle="1" w:styleId="Overview">
<w:name w:val="Overview"/><w:uiPriority w:val="99"/><w:tblPr><w:tblBorders><w:top w:val="single" w:sz="8" w:space="0" w:color="000000"/>
<w:bottom w:val="single" w:sz="8" w:space="0" w:color="000000"/><w:insideH w:val="single" w:sz="4" w:space="0" w:color="BFBFBF"/></w:tblBorders>
<w:tblCellMar><w:left w:w="80" w:type="dxa"/><w:right w:w="80" w:type="dxa"/></w:tblCellMar></w:tblPr>
<w:tblStylePr w:type="firstRow"><w:rPr><w:b/></w:rPr></w:tblStylePr></w:style>`

/** What holds where no style says otherwise. */
const defaults = (language: string) =>
  `<w:docDefaults xmlns:w="${W}"><w:rPrDefault><w:rPr><w:rFonts w:ascii="${FONT}" w:hAnsi="${FONT}" w:eastAsia="${FONT}" w:cs="${FONT}"/>` +
  `<w:sz w:val="23"/><w:szCs w:val="23"/><w:lang w:val="${language}"/></w:rPr></w:rPrDefault>` +
  '<w:pPrDefault><w:pPr><w:spacing w:line="276" w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults>'

/** The styles of a document, in the language (BCP 47) of its spelling check. Sizes are in half points, spaces and indents in twentieths of a point. */
export function styles(language: string): IStylesOptions {
  const indent = { left: 567, right: 284 }
  return {
    // What is imported takes the place of the library's own styles, so those that are used are all here.
    importedStyles: [
      ImportedXmlComponent.fromXmlString(defaults(language)),
      ImportedXmlComponent.fromXmlString(overview),
    ],
    paragraphStyles: [
      { id: 'Normal', name: 'Normal', quickFormat: true },
      {
        id: 'Title',
        name: 'Title',
        basedOn: 'Normal',
        next: 'Normal',
        quickFormat: true,
        run: { size: 36, bold: true },
        paragraph: { spacing: { after: 120 } },
      },
      {
        id: 'Heading1',
        name: 'heading 1',
        basedOn: 'Normal',
        next: 'Normal',
        quickFormat: true,
        run: { size: 27, bold: true },
        paragraph: { spacing: { before: 360, after: 120 }, keepNext: true, outlineLevel: 0 },
      },
      ...[2, 3, 4, 5, 6].map((level) => ({
        id: `Heading${level}`,
        name: `heading ${level}`,
        basedOn: 'Normal',
        next: 'Normal',
        quickFormat: true,
        run: { size: level === 2 ? 25 : 23, bold: true, italics: level > 3 },
        paragraph: { spacing: { before: 240, after: 80 }, keepNext: true, outlineLevel: level - 1 },
      })),
      {
        id: 'Subtitle',
        name: 'Subtitle',
        basedOn: 'Normal',
        next: 'Normal',
        quickFormat: true,
        run: { color: '595959' },
      },
      {
        id: 'Quote',
        name: 'Quote',
        basedOn: 'Normal',
        next: 'Reference',
        quickFormat: true,
        paragraph: { indent, spacing: { before: 160, after: 20, line: 276 } },
      },
      {
        id: 'Translation',
        name: 'Translation',
        basedOn: 'Quote',
        next: 'Reference',
        quickFormat: true,
        paragraph: { indent, spacing: { before: 40, after: 20, line: 276 } },
      },
      {
        id: 'Reference',
        name: 'Reference',
        basedOn: 'Normal',
        next: 'Quote',
        quickFormat: true,
        run: { size: 20, color: '404040' },
        paragraph: { indent, spacing: { after: 120 } },
      },
      {
        id: 'QuoteComment',
        name: 'Quote Comment',
        basedOn: 'Normal',
        quickFormat: true,
        run: { size: 20, italics: true },
        paragraph: { indent, spacing: { after: 120 } },
      },
      {
        id: 'Notice',
        name: 'Notice',
        basedOn: 'Normal',
        quickFormat: true,
        run: { bold: true },
        paragraph: { spacing: { before: 120, after: 120 } },
      },
      { id: 'TableText', name: 'Table Text', basedOn: 'Normal', quickFormat: true, run: { size: 20 } },
    ],
  }
}
