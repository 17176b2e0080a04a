import { XmlError } from '../docx/xml'
import { type Note, type NoteKey, refuse } from '../reading'
import { ZipError } from './read'

/**
 * What a broken zip or broken XML means for the person who brought the file, `damaged` being the reason of the format; other errors are the programmer's
 * and thrown again.
 */
export function zipRefusal(name: string, error: unknown, damaged: NoteKey): { readonly refused: Note } {
  if (error instanceof XmlError) return refuse(damaged, name)
  if (!(error instanceof ZipError)) throw error
  if (error.fault === 'encrypted') return refuse('zipEncrypted', name)
  return refuse(error.fault === 'too-large' ? 'zipTooLarge' : damaged, name)
}
