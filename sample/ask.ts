import type { Passage } from './passage'
import type { Plan } from './plan'
import type { Question } from './questions'
import type { Random } from './random'

/**
 * What the interviewer says before each answer, in their order. A new topic begins with a question of its own; between answers on one topic
 * stands a follow-up or a narrower question. Nothing is asked twice. Throws RangeError when the questions do not suffice.
 */
export function asked(
  chance: Random,
  plan: Plan,
  questions: readonly Question[],
  answers: readonly Passage[],
): string[] {
  const used = new Set<Question>()
  return answers.map((answer, i) => {
    const begins = answers[i - 1]?.topic !== answer.topic
    const open = questions.filter((one) => !used.has(one) && fits(one, plan, answer))
    const own = open.filter((one) => one.topic === answer.topic)
    const narrow = own.filter((one) => one.codes.length > 0 || one.says !== null)
    const between = open.filter((one) => one.topic === 'follow-up')
    const candidates =
      narrow.length > 0 && chance.chance(0.55)
        ? narrow
        : begins || (own.length > 0 && chance.chance(0.15)) || between.length === 0
          ? own
          : between
    if (candidates.length === 0) throw new RangeError(`No question on ${answer.topic} is left for “${answer.id}”`)
    const question = chance.pick(candidates)
    used.add(question)
    return question.text
  })
}

function fits(question: Question, plan: Plan, answer: Passage): boolean {
  return (
    (question.section === null || question.section === plan.section) &&
    (question.codes.length === 0 ||
      question.codes.some((code) => answer.codes.some((own) => own === code || own.startsWith(`${code}/`)))) &&
    (question.says === null || question.says.test(answer.text))
  )
}
