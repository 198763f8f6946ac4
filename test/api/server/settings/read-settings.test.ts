import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { readServerSettings, SettingsProblems } from '../../../../api/server/settings/read-settings.ts'
import { usualSettings } from '../../../../api/server/settings/settings.ts'

describe('readServerSettings', () => {
  const folder = mkdtempSync(join(tmpdir(), 'tributary-settings-'))
  afterAll(() => rmSync(folder, { recursive: true }))
  const file = join(folder, 'tributary.server.yaml')
  const read = (text: string): ReturnType<typeof readServerSettings> => {
    writeFileSync(file, text)
    return readServerSettings(file)
  }
  const problems = (text: string): string[] => {
    try {
      read(text)
    } catch (error) {
      if (error instanceof SettingsProblems) return error.message.replaceAll(`${folder}/`, '').split('\n')
    }
    throw new Error('Nothing was wrong.')
  }

  it('takes what the file says, and the usual for the rest', () => {
    const { limits, ...rest } = read('limits:\n  depth: 12\n  seconds: 5\n')
    expect(limits).toEqual({ ...usualSettings.limits, depth: 12, seconds: 5 })
    const { limits: _, ...usual } = usualSettings
    expect(rest).toEqual(usual)
  })

  it.each(['', '# nothing settled yet\n', '---\n', 'limits: {}\n'])(
    'settles nothing where the file does not: %j',
    (text) => {
      expect(read(text)).toEqual(usualSettings)
    },
  )

  it('finds what the file names from its folder', () => {
    expect(read('operations: { manifest: ../client/persisted-documents.json }').operations).toEqual({
      manifest: join(folder, '../client/persisted-documents.json'),
      only: false,
    })
  })

  it('tells all problems at once, each with its place', () => {
    expect(
      problems(`limit:
  depth: 3
limits:
  dept: 3
  aliases: many
  tokens: 0
  seconds: 1.5
  directives:
operations:
  only: sometimes
explore: "yes"
connections: { headerKilobytes: 5000 }
`),
    ).toEqual([
      'tributary.server.yaml:1:1  There is no key "limit" here. Did you mean "limits"?',
      'tributary.server.yaml:4:3  There is no key "dept" here. Did you mean "depth"?',
      'tributary.server.yaml:5:3  "aliases" takes a number.',
      'tributary.server.yaml:6:3  "tokens" is at least 1.',
      'tributary.server.yaml:7:3  "seconds" takes a whole number.',
      'tributary.server.yaml:8:3  "directives" takes a number.',
      'tributary.server.yaml:10:3  "only" takes true or false.',
      'tributary.server.yaml:11:1  "explore" takes true or false.',
      'tributary.server.yaml:12:16  "headerKilobytes" is at most 1024.',
    ])
    expect(problems('operations: { only: true }')).toEqual([
      'tributary.server.yaml:1:15  "only": nothing could be asked: say which manifest.',
    ])
    expect(problems('- limits')).toEqual(['tributary.server.yaml:1:1  "The file" takes a mapping.'])
    expect(problems('limits: {')).toEqual([expect.stringMatching(/^tributary\.server\.yaml:1:10 {2}Flow map/)])
  })

  it('says that a file can’t be read', () => {
    expect(() => readServerSettings(join(folder, 'none.yaml'))).toThrow(
      /^The settings .*none\.yaml can't be read: ENOENT/,
    )
  })
})
