import type { ExchangeCode, ExchangeSet } from '@/core/exchange/project'
import { element, text } from './write-xml'

/** A tree of codes as `Code` elements; in a codebook they have no references to notes. */
export function codeElements(codes: readonly ExchangeCode[], within: 'project' | 'codebook'): string {
  return codes
    .map((code) =>
      element(
        'Code',
        {
          guid: code.id,
          name: code.name,
          isCodable: String(code.codable),
          color: code.colour,
        },
        text('Description', code.description) +
          (within === 'project' ? references('NoteRef', code.noteIds) : '') +
          codeElements(code.codes, within),
      ),
    )
    .join('')
}

/** Sets as `Sets`, '' for none: the schema has no empty ones. A codebook holds only sets of codes. */
export function setElements(sets: readonly ExchangeSet[], within: 'project' | 'codebook'): string {
  const kept = within === 'project' ? sets : sets.filter(({ codeIds }) => codeIds.length > 0)
  if (kept.length === 0) return ''
  const members = kept.map((set) =>
    element(
      'Set',
      { guid: set.id, name: set.name },
      text('Description', set.description) +
        (within === 'project'
          ? references('MemberCode', set.codeIds) +
            references('MemberSource', set.sourceIds) +
            references('MemberNote', set.noteIds)
          : set.codeIds.map((id) => element('MemberCode', { guid: id }, '')).join('')),
    ),
  )
  return element('Sets', {}, members.join(''))
}

/** References to things by their GUID. */
export function references(name: string, ids: readonly string[]): string {
  return ids.map((id) => element(name, { targetGUID: id }, '')).join('')
}
