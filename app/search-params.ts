import { z } from 'zod'

/** Search params as Next hands them to a page. */
export type SearchParams = Readonly<Record<string, string | readonly string[] | undefined>>

/** A param that may come any number of times; '' says nothing. */
export const many = z
  .union([z.string(), z.array(z.string())])
  .optional()
  .catch(undefined)
  .transform((value) => [value ?? []].flat().filter((one) => one !== ''))

/** The search params of a request, in the form that pages get. */
export function searchParamsOf(request: Request): SearchParams {
  const { searchParams } = new URL(request.url)
  return Object.fromEntries(
    [...new Set(searchParams.keys())].map((key) => {
      const values = searchParams.getAll(key)
      return [key, values.length === 1 ? values[0] : values]
    }),
  )
}
