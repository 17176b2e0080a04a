import { z } from 'zod'
import { actions, assignable } from '@/components/coding/keys'
import { PINS, type Preferences, tints } from '@/components/coding/preferences'

const keys = z.partialRecord(z.enum(actions), z.string().max(40).refine(assignable))
const pins = z.array(z.uuid().nullable()).max(PINS).readonly()
const tint = z.enum(tints)
const panes = z.strictObject({ codebook: z.boolean(), side: z.boolean() })

/** One preference as the screen sends it. */
export const Preferred = z.discriminatedUnion('name', [
  z.strictObject({ name: z.literal('keys'), value: keys }),
  z.strictObject({ name: z.literal('pins'), value: pins }),
  z.strictObject({ name: z.literal('tint'), value: tint }),
  z.strictObject({ name: z.literal('panes'), value: panes }),
])

/** The name under which a preference is kept with the person's settings; pins are a project's own. */
export function settingName(name: keyof Preferences, project: string): string {
  return name === 'pins' ? `coding.pins.${project}` : `coding.${name}`
}

/** A person's preferences; what is not there or of an older kind is as for everybody. */
export function preferencesOf(settings: Readonly<Record<string, unknown>>, project: string): Preferences {
  const at = (name: keyof Preferences) => settings[settingName(name, project)]
  return {
    keys: keys.catch({}).parse(at('keys') ?? {}),
    pins: pins.catch([]).parse(at('pins') ?? []),
    tint: tint.catch('code').parse(at('tint')),
    panes: panes.catch({ codebook: true, side: true }).parse(at('panes')),
  }
}
