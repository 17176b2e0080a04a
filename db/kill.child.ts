import { account, door, enter } from './access'
import * as codes from './codes'
import * as codings from './codings'
import { open } from './open'

/**
 * The workload of `kill.test.ts`, run in a process of its own until it is killed: adds, changes and removes codings at random and says so, line by
 * line, once each is acknowledged. Arguments: database file, person,
 * project, transcript, its length, seed.
 */
const [file = '', userId = '', projectId = '', transcriptId = '', length = '', seed = ''] = process.argv.slice(2)
const access = enter(account(door(open(file)), userId), projectId)
const all = codes.list(access).map((code) => code.id)
let state = Number(seed)
const random = (below: number): number => {
  state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
  return state % below
}
const mine: string[] = []
const say = (line: readonly unknown[]) => process.stdout.write(`${JSON.stringify(line)}\n`)
for (;;) {
  const start = random(Number(length) - 10)
  const end = start + 1 + random(9)
  const at = random(mine.length + 1)
  const id = mine[at]
  const act = random(10)
  if (id === undefined || act < 6) {
    const made = codings.add(access, {
      id: crypto.randomUUID(),
      transcriptId,
      codeId: all[random(all.length)] ?? '',
      start,
      end,
    })
    if (!mine.includes(made.id)) mine.push(made.id)
    say(['there', made.id, made.start, made.end])
  } else if (act < 8) {
    codings.change(access, id, { comment: `seen ${start}` })
    say(['commented', id, `seen ${start}`])
  } else {
    codings.remove(access, id)
    mine.splice(at, 1)
    say(['gone', id])
  }
}
