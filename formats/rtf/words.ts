/** Control words that stand for a character. */
export const CHARACTERS: Readonly<Record<string, string>> = {
  tab: '\t',
  line: '\n',
  softline: '\n',
  lbr: '\n',
  emdash: '—',
  endash: '–',
  emspace: '\u2003',
  enspace: '\u2002',
  qmspace: '\u2005',
  bullet: '•',
  lquote: '‘',
  rquote: '’',
  ldblquote: '“',
  rdblquote: '”',
  ltrmark: '\u200E',
  rtlmark: '\u200F',
  zwj: '\u200D',
  zwnj: '\u200C',
  zwbo: '\u200B',
  zwnbo: '\u2060',
}

const skipped =
  'colortbl stylesheet info pict object objdata fldinst annotation listtext pntext datafield bkmkstart bkmkend xe tc tcn rxe ' +
  'private themedata colorschememapping datastore latentstyles listtable listoverridetable rsidtbl generator sp shprslt nonshppict ' +
  'upr mmath fontemb fontfile filetbl revtbl atnid atnauthor atndate atnref atnicn ftnsep ftnsepc ftncn aftnsep aftnsepc aftncn'

/** What becomes of the text of groups that begin with these words; every other word leaves it what it is. */
export const DESTINATIONS: Readonly<Record<string, 'text' | 'skip' | 'fonts' | 'footnote' | 'margin' | 'box'>> = {
  ...Object.fromEntries(skipped.split(' ').map((word) => [word, 'skip'] as const)),
  fonttbl: 'fonts',
  footnote: 'footnote',
  header: 'margin',
  headerl: 'margin',
  headerr: 'margin',
  headerf: 'margin',
  footer: 'margin',
  footerl: 'margin',
  footerr: 'margin',
  footerf: 'margin',
  shpinst: 'text',
  shptxt: 'box',
  ud: 'text',
  shppict: 'text',
}
