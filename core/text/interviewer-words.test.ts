import { expect, it } from 'vitest'
import { interviewerWords } from './interviewer-words'
import type { TranscriptText } from './turn'
import { wordOffsets } from './words'

const text = 'Q: What changed?\nQ: And since?\nA: They check again.\nQ: Why?'
const starts = [0, 17, 31, 52]
const transcript: TranscriptText = {
  text,
  speakers: [
    { name: 'Q', role: 'interviewer' },
    { name: 'A', role: 'respondent' },
  ],
  turns: starts.map((start, i) => ({
    start,
    end: (starts[i + 1] ?? text.length + 1) - 1,
    said: start + 3,
    speaker: i === 2 ? 1 : 0,
    time: null,
  })),
}

it('the interviewers’ words cover their turns with the labels, and turns that touch are one range', () => {
  expect(interviewerWords(wordOffsets(text), transcript)).toEqual([0, 6, 10, 12])
})

it('nobody’s turns and a text without interviewers have none', () => {
  const unnamed = { ...transcript, turns: transcript.turns.map((turn) => ({ ...turn, speaker: null })) }
  expect(interviewerWords(wordOffsets(text), unnamed)).toEqual([])
})
