/** What a member may do: everything; lead and decide; code; read. */
export const roles = ['owner', 'supervisor', 'coder', 'viewer'] as const
/** One of `roles`. */
export type Role = (typeof roles)[number]

/** A project as its list shows it. */
export type Project = {
  readonly id: string
  readonly name: string
  readonly description: string
  readonly role: Role
  /** True for the composed sample study: pages and exports say so. */
  readonly composed: boolean
  readonly consensusId: string
}

/** A person whose codings can be in a project. `consensus` stands for the team's decisions. */
export type Coder = { readonly id: string; readonly name: string; readonly kind: 'person' | 'consensus' }
