import type { Role } from '@/core/project'
import { type Access, type Account, account, door, enter } from './access'
import { migrate } from './migrate'
import { type Db, open } from './open'
import { members, projects, users } from './schema'

/** An in-memory database built by the real migrations. */
export function testDb(): Db {
  const db = open(':memory:')
  migrate(db)
  return db
}

/** A person in a test database. */
export function person(db: Db, name: string): Account {
  const id = crypto.randomUUID()
  db.insert(users)
    .values({ id, name, email: `${name.toLowerCase()}@example.org` })
    .run()
  return account(door(db), id)
}

/** An empty project with its consensus coder, and an access of each role; `stranger` is a person who is owner of another project. */
export type TestHouse = {
  readonly db: Db
  readonly projectId: string
  readonly consensusId: string
  readonly owner: Access
  readonly supervisor: Access
  readonly coder: Access
  readonly otherCoder: Access
  readonly viewer: Access
  /** Access to a project of the stranger's own: whatever it is asked of `projectId` must be NotFound or nothing. */
  readonly stranger: Access
}

/** Makes a project and a member of it per role, and a stranger. */
export function testHouse(db: Db = testDb()): TestHouse {
  const mine = project(db, 'Borderlands')
  const other = project(db, 'Elsewhere')
  const join = (name: string, role: Role, at = mine.id): Access => {
    const who = person(db, name)
    db.insert(members).values({ projectId: at, userId: who.userId, role }).run()
    return enter(who, at)
  }
  return {
    db,
    projectId: mine.id,
    consensusId: mine.consensusId,
    owner: join('Olga', 'owner'),
    supervisor: join('Sergey', 'supervisor'),
    coder: join('Anna', 'coder'),
    otherCoder: join('Boris', 'coder'),
    viewer: join('Vera', 'viewer'),
    stranger: join('Stranger', 'owner', other.id),
  }
}

function project(db: Db, name: string): { id: string; consensusId: string } {
  const id = crypto.randomUUID()
  const consensusId = crypto.randomUUID()
  db.insert(users).values({ id: consensusId, name: 'Consensus', kind: 'consensus' }).run()
  db.insert(projects).values({ id, name, consensusId }).run()
  return { id, consensusId }
}
