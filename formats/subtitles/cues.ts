/** One cue: when it begins, in seconds; who speaks, when it says so ('' when not); its lines, without marks. */
export type Cue = { readonly time: number; readonly voice: string; readonly lines: readonly string[] }

/** A file of cues, and what stands before the first that is no cue (comments of the translators). */
export type Cues = { readonly before: readonly string[]; readonly cues: readonly Cue[] }

const TIMES = /^\s*(?:(\d{1,4}):)?(\d{1,2}):(\d{1,2})[.,](\d{1,3})\s*-+>\s*(?:\d{1,4}:)?\d{1,2}:\d{1,2}[.,]\d{1,3}/u

/**
 * The cues of SubRip (.srt) and WebVTT (.vtt). The line over a time that stands after a blank line is a cue's number or name; WebVTT's header and blocks of
 * notes and styles are no text. A time that cannot be read makes its cue a part of the one before.
 */
export function cuesOf(text: string): Cues {
  const lines = text.split('\n')
  const before: string[] = []
  const cues: { time: number; raw: string[] }[] = []
  const vtt = /^\uFEFF?WEBVTT/u.test(text)
  let block = vtt
  lines.forEach((line, at) => {
    const time = timeOf(line)
    const blank = line.trim() === ''
    const named = timeOf(lines[at + 1] ?? '') !== null && (at === 0 || (lines[at - 1] ?? '').trim() === '')
    if (time !== null) {
      block = false
      cues.push({ time, raw: [] })
    } else if (blank) block = false
    else if (block || named) return
    else if (vtt && (lines[at - 1] ?? '').trim() === '' && /^(?:NOTE|STYLE|REGION)(?:\s|$)/u.test(line)) block = true
    else (cues.at(-1)?.raw ?? before).push(line)
  })
  return { before, cues: cues.map(({ time, raw }) => cueOf(time, raw)) }
}

function timeOf(line: string): number | null {
  const match = TIMES.exec(line)
  if (match === null) return null
  const [, hours = '0', minutes = '0', seconds = '0', fraction = '0'] = match
  return Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds) + Number(`0.${fraction}`)
}

function cueOf(time: number, raw: readonly string[]): Cue {
  const voice = /<v(?:\.[^\s>]*)?\s+([^>]{1,200})>/iu.exec(raw.join('\n'))?.[1] ?? ''
  const lines = raw.map((line) => plain(line).trim()).filter((line) => line !== '')
  return { time, voice: plain(voice).replace(/\s+/gu, ' ').trim(), lines }
}

const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  nbsp: '\u00A0',
  lrm: '\u200E',
  rlm: '\u200F',
  quot: '"',
}

/** Marks of style, voice, language and time are taken off; signs that are no mark stay. */
function plain(line: string): string {
  return line
    .replace(/<\/?(?:v|c|i|b|u|s|lang|ruby|rt|font)(?:[.\s][^>]*)?>|<\d[\d:.]*>|\{\\[^}]*\}/giu, '')
    .replace(/&(amp|lt|gt|nbsp|lrm|rlm|quot);/gu, (_, name: string) => ENTITIES[name] ?? '')
}
