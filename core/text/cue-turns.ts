import { linesOf } from './labels/lines'
import { type Start, startsOf } from './labels/starts'
import type { LabelStyle } from './labels/style'
import { type FoundTurns, turnsFrom } from './turns'

/** A cue of subtitles: when it begins (seconds), who speaks ('' when it does not say), and its lines. */
export type SpokenCue = { readonly time: number; readonly voice: string; readonly lines: readonly string[] }

/**
 * Lays cues out as a text with turns: a turn for each cue, with its time. A voice that a cue names stands before its words as `Name: …`; where the words
 * themselves begin with labels these are found as in any text, and a cue without one goes on with the speaker of the cue before. What stands before the
 * first cue is said by nobody.
 */
export function cueTurns(before: readonly string[], cues: readonly SpokenCue[], labels: LabelStyle): FoundTurns {
  const laid: { start: number; said: number; label: string | null; time: number; dash: boolean }[] = []
  let text = before.length === 0 ? '' : `${before.join('\n')}\n\n`
  const body = text.length
  for (const { time, voice, lines } of cues) {
    if (lines.length === 0) continue
    const start = text.length
    const label = voice === '' ? '' : `${voice}: `
    text += `${label}${lines.join('\n')}\n`
    const dash = /^[-–—]\s*\p{L}/u.test(lines[0] ?? '')
    laid.push({ start, said: start + label.length, label: voice === '' ? null : voice, time, dash })
  }
  const spoken = text.slice(body)
  const voiced = laid.some(({ label }) => label !== null)
  const found = voiced ? null : startsOf(spoken, linesOf(spoken, spoken.length), labels)
  const named = new Map<number, Start>()
  for (const start of found?.starts ?? []) if (start.label !== null) named.set(start.start + body, start)
  const starts: Start[] = before.length === 0 ? [] : [plain(0, 0, null, null)]
  let speaking: string | null = null
  laid.forEach((cue, index) => {
    const next = laid[index + 1]?.start ?? text.length
    const own = named.get(cue.start)
    const label: string | null = cue.label ?? own?.label ?? (voiced || cue.dash ? null : speaking)
    speaking = label
    starts.push(plain(cue.start, own === undefined ? cue.said : own.said + body, label, cue.time))
    // A second speaker within a cue has a label of their own, and no other time than the cue's.
    for (let at = text.indexOf('\n', cue.start) + 1; at > 0 && at < next; at = text.indexOf('\n', at) + 1) {
      const inner = named.get(at)
      if (inner === undefined) continue
      starts.push(plain(at, inner.said + body, inner.label, cue.time))
      speaking = inner.label
    }
  })
  return turnsFrom(text.trimEnd(), starts, voiced ? 'colon' : (found?.style ?? 'paragraphs'))
}

function plain(start: number, said: number, label: string | null, time: number | null): Start {
  return { start, said, label, time, kind: label === null ? 'plain' : 'label' }
}
