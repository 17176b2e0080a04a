import { eq } from 'drizzle-orm'
import { usualReference } from '@/core/excerpts/reference'
import { type Access, mustLead } from './access'
import { record } from './events'
import { Refusal } from './refusal'
import { quoteReferences } from './schema-quotes'

/** How the project writes the references of its quotes: a template as `core/excerpts/reference` reads it. */
export function get(access: Access): string {
  const row = access.db
    .select({ template: quoteReferences.template })
    .from(quoteReferences)
    .where(eq(quoteReferences.projectId, access.projectId))
    .get()
  return row?.template ?? usualReference
}

/** Sets the template for the whole project; who leads does. Throws Forbidden, Refusal `empty`. */
export function set(access: Access, template: string): string {
  mustLead(access)
  const to = template.trim()
  if (to === '') throw new Refusal('empty')
  return access.db.transaction(() => {
    const before = get(access)
    if (before === to) return to
    access.db
      .insert(quoteReferences)
      .values({ projectId: access.projectId, template: to })
      .onConflictDoUpdate({ target: quoteReferences.projectId, set: { template: to } })
      .run()
    record(access, 'desk.reference', access.projectId, { name: before, template: before }, { name: to, template: to })
    return to
  })
}
