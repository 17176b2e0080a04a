import type { ExchangeCode } from '@/core/exchange/project'

/** A tag of Taguette: its path has full stops where its reader sees levels. */
export type Tag = { readonly id: string; readonly path: string; readonly description: string }

/** Tags as a tree of codes: `trade.milk` is `milk` under `trade` where there is a tag `trade`, else a code of that name. */
export function codesOfTags(tags: readonly Tag[]): readonly ExchangeCode[] {
  const parentOf = (tag: Tag): Tag | null =>
    tags
      .filter(({ path }) => path !== '' && tag.path.startsWith(`${path}.`))
      .reduce<Tag | null>((best, one) => (best === null || one.path.length > best.path.length ? one : best), null)
  const parents = new Map(tags.map((tag) => [tag, parentOf(tag)]))
  const under = (parent: Tag | null): readonly ExchangeCode[] =>
    tags
      .filter((tag) => parents.get(tag) === parent)
      .map((tag) => ({
        ...{ id: tag.id, name: parent ? tag.path.slice(parent.path.length + 1) : tag.path, codable: true },
        ...{ colour: null, description: tag.description, noteIds: [], codes: under(tag) },
      }))
  return under(null)
}
