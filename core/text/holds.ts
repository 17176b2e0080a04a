import { fold } from './fold'

/**
 * Whether a text (NFC, as texts are stored) holds some words as they stand: in any case, ё as е, any white space as a blank. Words that are
 * empty but for white space are in every text. The same as asking `fold(text)` for `fold(words)`, without making every text anew.
 */
export function holds(words: string): (text: string) => boolean {
  const pattern = fold(words)
    .replace(/[\\^$.*+?()[\]{}|/]/gu, '\\$&')
    .replaceAll('е', '[её]')
    .replaceAll(' ', '\\s+')
  const expression = new RegExp(pattern, 'iu')
  return (text) => expression.test(text)
}
