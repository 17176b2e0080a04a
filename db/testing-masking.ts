import { type Access, account, door, enter } from './access'
import * as codes from './codes'
import * as codings from './codings'
import * as interviews from './interviews'
import * as masking from './masking'
import * as memos from './memos'
import * as reading from './reading'
import { type TestHouse, testHouse } from './testing'
import * as threads from './threads'
import * as translations from './translations'

export const text =
  'Климов: Я, Климов, вёз молоко с Климовым. Наш мэр в Рудне молчит.\nЯ: А вы с Климовой? Нет, не с ней.'
export const id = () => crypto.randomUUID()
export const again = (access: Access): Access => enter(account(door(testedDb), access.userId), access.projectId)
let testedDb: TestHouse['db']
export let house: TestHouse
export let interview: string
export let transcriptId: string
export let code: string
export let klimov: string
export const view = { grouping: { by: 'code' }, sort: 'place', sentences: 2 } as const

/** A project in which masking is on. Klimov is everywhere: in the text, as speaker, in names, comments, memos, questions, translations, definitions; by hand, "мэр" is masked too. */
export function prepared(): void {
  house = testHouse()
  testedDb = house.db
  interview = interviews.add(house.owner, {
    ...{ name: 'Климов 2014', file: 'Климов.docx' },
    read: {
      text,
      language: 'ru',
      speakers: [
        { name: 'Климов', role: 'respondent' },
        { name: 'Я', role: 'interviewer' },
      ],
      turns: [
        { start: 0, end: 65, said: 8, speaker: 0, time: null },
        { start: 66, end: text.length, said: 69, speaker: 1, time: null },
      ],
    },
  }).id
  transcriptId = reading.read(house.owner, interview).transcriptId
  code = codes.add(house.owner, { id: id(), parentId: null, name: 'дело Климова' }).id
  codes.change(house.owner, code, { definition: 'Что сказал Климов', include: '', exclude: '', example: 'с Климовым' })
  const all = { transcriptId, start: 8, end: 41 }
  codings.add(house.otherCoder, { ...all, id: id(), codeId: code, comment: 'о Климове' })
  // It begins inside of a name.
  codings.add(house.coder, { transcriptId, id: id(), codeId: code, start: 14, end: 29 })
  threads.ask(house.owner, { ...all, id: id(), postId: id(), to: null, meeting: true, text: 'Кто это, Климов?' })
  translations.add(house.owner, { ...all, id: id(), language: 'ru', state: 'draft', text: 'Климов вёз' })
  const said = [{ type: 'text', text: 'Климову отказали' }]
  const link = { type: 'mention', attrs: { kind: 'passage', id: transcriptId, start: 8, end: 41, label: 'Климов' } }
  memos.add(house.owner, {
    ...{ id: id(), subject: { kind: 'interview', id: interview }, title: 'Климов' },
    body: { type: 'doc', content: [{ type: 'paragraph', content: [...said, link] }] },
  })
  klimov = id()
  masking.addName(house.owner, klimov, { kind: 'person', spellings: ['Климов'], pseudonym: 'Орлов' })
  const mayor = id()
  masking.addName(house.owner, mayor, { kind: 'office', spellings: ['Глава администрации'], pseudonym: 'чиновник А' })
  masking.mark(house.owner, {
    id: id(),
    transcriptId,
    start: text.indexOf('Наш мэр'),
    end: text.indexOf(' в Рудне'),
    nameId: mayor,
  })
  masking.setOn(house.owner, true)
}

/** The words that nobody who sees masked texts may read. */
export const marker = /климов|наш мэр/iu
