import { strToU8, zipSync } from 'fflate'
import { limits } from './limits'
import { type Reading, refuse } from './reading'
import { readZip, ZipError } from './zip/read'

const PART = 'interlinear.json'

/** A value as the archive of a project: a zip with one JSON file. */
export function writeArchive(value: unknown): Uint8Array {
  return zipSync({ [PART]: strToU8(JSON.stringify(value)) }, { level: 6 })
}

/** What is in the archive of a project; what it means is checked by whoever restores it. */
export function readArchive(name: string, bytes: Uint8Array): Reading<unknown> {
  try {
    const part = readZip(bytes, { inflated: limits.projectPart * 2, part: limits.projectPart * 2 }).part(PART)
    if (part === null) return refuse('archiveDamaged', name)
    const value: unknown = JSON.parse(new TextDecoder().decode(part))
    return { value, notes: [] }
  } catch (error) {
    if (error instanceof ZipError || error instanceof SyntaxError) return refuse('archiveDamaged', name)
    throw error
  }
}
