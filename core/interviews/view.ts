import type { Column, Filter, View } from '@/core/interviews/table'
import { fold } from '@/core/text/fold'

/** The view that a URL without parameters means: by name, nothing filtered. */
export const plainView: View = { sort: { column: 'name', descending: false }, filters: {} }

/** What a URL's parameters say of the table; what names no column, or is no filter of its kind, is passed over. */
export function viewOf(params: URLSearchParams, columns: readonly Column[]): View {
  const find = (param: string) => columns.find((column) => fold(column.param) === fold(param))
  const sort = params.get('sort') ?? ''
  const sorted = find(sort.replace(/^-/, ''))
  const filters: Record<string, Filter> = {}
  for (const param of new Set(params.keys())) {
    const column = find(param)
    const filter = column && filterOf(column, params.getAll(param))
    if (column && filter) filters[column.id] = filter
  }
  return { sort: sorted ? { column: sorted.id, descending: sort.startsWith('-') } : plainView.sort, filters }
}

/** The parameters of a view; `viewOf` reads them back. The plain view has none. */
export function viewParams(view: View, columns: readonly Column[]): URLSearchParams {
  const params = new URLSearchParams()
  const sorted = columns.find((column) => column.id === view.sort.column)
  const plain = view.sort.column === plainView.sort.column && !view.sort.descending
  if (sorted && !plain) params.set('sort', `${view.sort.descending ? '-' : ''}${sorted.param}`)
  for (const column of columns) {
    const filter = view.filters[column.id]
    if (filter) for (const value of texts(filter)) params.append(column.param, value)
  }
  return params
}

function texts(filter: Filter): readonly string[] {
  if (filter.by === 'contains') return [filter.text]
  if (filter.by === 'oneOf') return filter.values
  return [`${filter.from}..${filter.to}`]
}

function filterOf(column: Column, values: readonly string[]): Filter | null {
  const [first = ''] = values
  if (column.kind === 'category') return values.length > 0 ? { by: 'oneOf', values } : null
  if (column.kind === 'text') return first === '' ? null : { by: 'contains', text: first }
  const [from = '', to = '', more] = first.split('..')
  const fits = (end: string) =>
    end === '' || (column.kind === 'date' ? /^\d{4}-\d{2}-\d{2}$/.test(end) : Number.isFinite(Number(end)))
  if (more !== undefined || (from === '' && to === '') || !fits(from) || !fits(to)) return null
  return { by: 'range', from, to }
}
