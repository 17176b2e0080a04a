import type { TranscriptImporter } from '../transcript'
import { txt } from '../txt'

/**
 * Markdown is kept as it is written: headings, bold names and front matter say who speaks and who does not, and a passage that is quoted must be found in the
 * file again. So it is plain text by another name.
 */
export const markdown: TranscriptImporter = {
  ...txt,
  id: 'markdown',
  name: 'Markdown',
  extensions: ['md', 'markdown'],
  sniff: () => false,
}
