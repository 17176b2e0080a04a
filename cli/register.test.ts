import { Command } from 'commander'
import { expect, test, vi } from 'vitest'
import { register } from './register'

// Under the conditions of a server component, in which tests run, next-intl wants the whole of Next.
vi.mock('next-intl', () => ({ createTranslator: vi.fn() }))

async function registered(name: string | undefined): Promise<string[]> {
  const program = new Command()
  await register(program, name)
  return program.commands.map((command) => command.name())
}

test('without a name that is known, every command is there, so that help lists them', async () => {
  const all = await registered(undefined)
  expect(all).toContain('import')
  expect(all).toContain('prepare')
  expect(await registered('--help')).toEqual(all)
  expect(await registered('imprt')).toEqual(all)
})

test('every command is there when it alone is asked for', async () => {
  for (const name of await registered(undefined)) {
    const own = await registered(name)
    expect(own).toContain(name)
    expect(own.length).toBeLessThan(4)
  }
})
