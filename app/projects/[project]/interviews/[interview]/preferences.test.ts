import { describe, expect, it } from 'vitest'
import { Preferred, preferencesOf, settingName } from './preferences'

const project = '153f5513-9081-48de-80a9-44f69803f868'
const code = '3b818e19-c00f-4c77-811f-dad829282ed5'

describe('preferences of the coding screen', () => {
  it('are as for everybody where nothing was set, or what was set is of another kind', () => {
    const plain = { keys: {}, pins: [], tint: 'code', panes: { codebook: true, side: true } }
    expect(preferencesOf({}, project)).toEqual(plain)
    expect(
      preferencesOf({ 'coding.tint': 7, 'coding.keys': { dance: 'F2' }, 'coding.panes': 'both' }, project),
    ).toEqual(plain)
  })

  it('are read as they were set, pins for each project', () => {
    const settings = { [settingName('pins', project)]: [null, code], 'coding.keys': { turn: 'F4' } }
    expect(preferencesOf(settings, project)).toMatchObject({ pins: [null, code], keys: { turn: 'F4' } })
    expect(preferencesOf(settings, code).pins).toEqual([])
  })

  it('are refused when a key would be taken that types, or a tenth code is pinned', () => {
    expect(Preferred.safeParse({ name: 'keys', value: { turn: 'KeyT' } }).success).toBe(false)
    expect(Preferred.safeParse({ name: 'keys', value: { turn: 'Alt+KeyQ' } }).success).toBe(true)
    expect(Preferred.safeParse({ name: 'pins', value: Array(10).fill(null) }).success).toBe(false)
  })
})
