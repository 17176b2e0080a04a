import type { Command } from 'commander'

type Room = { readonly names: readonly string[]; readonly register: (program: Command) => Promise<void> }

/** The commands, each room's loaded only when one of its names is asked for: `prepare` is run at every start and need not read Word files. */
const rooms: readonly Room[] = [
  { names: ['agreement'], register: async (to) => (await import('./agreement-command')).registerAgreement(to) },
  { names: ['prepare', 'welcome'], register: async (to) => (await import('./prepare')).registerPrepare(to) },
  { names: ['user'], register: async (to) => (await import('./user')).registerUser(to) },
  { names: ['project', 'projects'], register: async (to) => (await import('./user')).registerProject(to) },
  { names: ['sample'], register: async (to) => (await import('./sample')).registerSample(to) },
  { names: ['import', 'text'], register: async (to) => (await import('./import')).registerImport(to) },
  { names: ['frequencies'], register: async (to) => (await import('./frequencies')).registerFrequencies(to) },
  { names: ['excerpts'], register: async (to) => (await import('./excerpts')).registerExcerpts(to) },
  {
    names: ['opinions'],
    register: async (to) => (await import('./second-opinions')).registerSecondOpinions(to),
  },
  { names: ['search'], register: async (to) => (await import('./search')).registerSearch(to) },
  { names: ['export', 'unarchive'], register: async (to) => (await import('./export')).registerExport(to) },
  { names: ['backup', 'restore'], register: async (to) => (await import('./backup')).registerBackup(to) },
]

/** Registers the command of a name, or for any other word (help, a mistake) all of them. */
export async function register(program: Command, name: string | undefined): Promise<void> {
  const named = rooms.filter(({ names }) => name !== undefined && names.includes(name))
  for (const room of named.length > 0 ? named : rooms) await room.register(program)
}
