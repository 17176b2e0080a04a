import type { Passage } from './passage'
import type { Plan } from './plan'
import type { Question } from './questions'
import type { Random } from './random'

/**
 * What the interviewer says before each answer, in their order: mostly a question about what the answer's main code is about; at the beginning of
 * a topic else one that any answer on it meets, between two answers on one topic a word that only keeps the talk going, and before what is
 * handed on from others a question after others. Nothing is asked twice. Throws RangeError when the questions do not suffice.
 */
export function asked(
  chance: Random,
  plan: Plan,
  questions: readonly Question[],
  answers: readonly Passage[],
  told: ReadonlySet<Passage>,
): string[] {
  const used = new Set<Question>()
  return answers.map((answer, i) => {
    const begins = answers[i - 1]?.topic !== answer.topic
    const open = questions.filter((one) => !used.has(one) && fits(one, plan, answer))
    const of = (topic: string) => open.filter((one) => one.topic === topic)
    const own = of(answer.topic)
    const narrow = own.filter((one) => one.codes.length > 0 || one.says !== null)
    const wide = own.filter((one) => !narrow.includes(one))
    const others = told.has(answer) && !begins ? of('told') : []
    const between = begins ? [] : of('follow-up')
    const first = chance.chance(0.7) ? narrow : begins ? wide : between
    const candidates = [others, first, narrow, between, wide].find((some) => some.length > 0)
    if (!candidates) throw new RangeError(`No question on ${answer.topic} is left for “${answer.id}”`)
    const question = chance.pick(candidates)
    used.add(question)
    return question.text
  })
}

/** Whether what follows answers it: its code is the main one, its words are there. */
function fits(question: Question, plan: Plan, answer: Passage): boolean {
  const [main] = answer.codes
  return (
    (question.section === null || question.section === plan.section) &&
    (question.codes.length === 0 || (main !== undefined && question.codes.includes(main))) &&
    (question.says === null || question.says.test(answer.text))
  )
}
