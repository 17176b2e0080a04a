import type { CodebookVersion } from '@/core/codebook/versions'
import type { Coder } from '@/core/project'
import type { Variable } from '@/core/variable'

/**
 * What passages can be chosen by: codes in the order of the codebook, coders by name, variables with the values that interviews have (null = none),
 * versions of the codebook, the newest first.
 */
export type Choices = {
  readonly codes: readonly { readonly id: string; readonly path: string }[]
  readonly coders: readonly Coder[]
  readonly variables: readonly { readonly variable: Variable; readonly values: readonly (string | null)[] }[]
  readonly versions: readonly CodebookVersion[]
}
