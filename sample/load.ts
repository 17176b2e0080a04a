import { codePaths } from '@/core/codebook/path'
import { type Account, account, type Door, door, enter } from '@/db/access'
import * as bulk from '@/db/bulk'
import * as codes from '@/db/codes'
import * as interviews from '@/db/interviews'
import * as members from '@/db/members'
import * as projects from '@/db/projects'
import * as users from '@/db/users'
import * as variables from '@/db/variables'
import { coded, type TeamRole, team } from './coders'
import { compose, studyVariables } from './compose'
import { readMaterial } from './material'
import { loadMemos, loadTranslations } from './notes'
import { loadRounds } from './rounds'

/** What a sample study is loaded with: which seed and size, under which name, and who is told how far it is. */
export type LoadOptions = {
  readonly seed?: number
  readonly interviews?: number
  readonly name?: string
  /** Called after every interview with how many are stored, of how many. */
  readonly progress?: (done: number, of: number) => void
}

/** The name under which the sample is loaded unless another is given. */
export const sampleName = 'Borderlands 2014-2018 (composed sample)'

const description = (n: number) =>
  `${n} interviews composed for this program from written passages, on cross-border cooperation between Russia, Belarus and Kazakhstan. ` +
  'No real interviewee speaks in them; the coders are invented, too. Made to try the program with, not to be cited.'

/**
 * Composes a sample study and stores it as a project of this person, who owns it; a supervisor and three coders who cannot sign in are its
 * members. All or nothing. Throws Conflict when the person has a project of this name. Returns the project's id.
 */
export function load(who: Account, options: LoadOptions = {}): string {
  const material = readMaterial()
  const study = compose(material, { seed: options.seed ?? 1, interviews: options.interviews ?? 101 })
  const work = coded(study)
  return who.db.transaction(() => {
    const access = projects.add(who, {
      name: options.name ?? sampleName,
      description: description(study.interviews.length),
      composed: true,
    })
    const coderIds = new Map<TeamRole | 'consensus', string>([['consensus', projects.get(access).consensusId]])
    for (const one of team) {
      const { userId } = member(door(who.db), one)
      coderIds.set(one.role, userId)
      if (userId !== who.userId) members.put(access, userId, one.role === 'supervisor' ? 'supervisor' : 'coder')
    }
    const variableIds = new Map(studyVariables.map((one) => [one.name, variables.add(access, one).id]))
    const ids = study.interviews.map(({ name, read, values }, i) => {
      const own = Object.entries(values).map(([variable, value]) => [variableIds.get(variable) ?? '', value])
      const added = interviews.add(access, { name, file: '', read, values: Object.fromEntries(own) })
      options.progress?.(i + 1, study.interviews.length)
      return added.id
    })
    bulk.fill(access, {
      codes: study.codebook.map(({ path, ...text }) => ({ path: path.split('/'), ...text })),
      codings: work.codings.map(({ interview, coder, code, start, end }) => ({
        ...{ interviewId: ids[interview] ?? '', coderId: coderIds.get(coder) ?? '' },
        ...{ code: code.split('/'), start, end },
      })),
    })
    const as = (role: TeamRole) => enter(account(door(who.db), coderIds.get(role) ?? ''), access.projectId)
    const paths = codePaths(codes.list(access))
    const codeIds = new Map([...paths].map(([id, path]) => [path.join('/'), id]))
    loadMemos({ as, interviewIds: ids, codeIds }, study)
    loadTranslations({ as, interviewIds: ids, codeIds }, study)
    loadRounds({ as, interviewIds: ids, codeIds, coderIds }, work)
    return access.projectId
  })
}

/** Loads the sample on an empty house, where nobody has an account yet: its own supervisor owns it until the first account takes it over. */
export function loadUnowned(at: Door, options: LoadOptions = {}): string {
  return load(member(at, team[0]), options)
}

function member(at: Door, one: (typeof team)[number]): Account {
  const known = users.credentials(at, one.email)
  return known ? account(at, known.id) : users.add(at, { email: one.email, name: one.name, passwordHash: null })
}
