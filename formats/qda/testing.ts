import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const root = join(import.meta.dirname, '../..')
const shared = ['../shared', '../../shared'].map((up) => join(root, up)).find(existsSync) ?? join(root, '../shared')
const folder = join(shared, 'refi-qda')
const fixtures = join(shared, 'fixtures/refi')

/** Whether the schemas and xmllint are on this machine; tests that need them say that they are skipped. */
export const canValidate = existsSync(join(folder, 'Project.xsd')) && runs()

function runs(): boolean {
  try {
    execFileSync('xmllint', ['--version'], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}

/** What the official schema says against a file, '' for nothing. */
export function invalid(xml: Uint8Array, schema: 'Project' | 'Codebook'): string {
  const at = mkdtempSync(join(tmpdir(), 'qda-'))
  const file = join(at, 'file.xml')
  writeFileSync(file, xml)
  try {
    execFileSync('xmllint', ['--noout', '--huge', '--schema', join(folder, `${schema}.xsd`), file], { stdio: 'pipe' })
    return ''
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  } finally {
    rmSync(at, { recursive: true })
  }
}

/** A file that another program wrote, or null where the fixtures are not. */
export function fixture(name: string): Uint8Array | null {
  const file = join(fixtures, name)
  return existsSync(file) ? new Uint8Array(readFileSync(file)) : null
}
