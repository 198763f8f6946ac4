import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { readServerSettings, SettingsProblems } from '../../../api/server/settings/read-settings.ts'
import { bytesOf, expectRefusal } from '../target.ts'
import type { OpenTarget } from '../target.ts'
import { yamlWords } from './catalogue.ts'

/** `tributary.server.yaml`. */
export const settings: OpenTarget = (folder) => {
  const path = join(folder, 'tributary.server.yaml')
  return {
    seeds: bytesOf(
      'limits: { depth: 12, aliases: 30, tokens: 2000, deadlineMilliseconds: 10000 }\ncors: { origins: ["https://example.org"] }\n',
      'access:\n  issuer: https://login.example.org\n  audience: tributary\n  roles: { staff: internal }\noperations: { manifest: persisted.json, only: true }\nwatch: { slowMilliseconds: 500 }\n',
    ),
    words: [...yamlWords, 'limits:\n', 'cors:\n', 'access:\n', 'operations:\n', 'watch:\n', 'https://'],
    attempt(input) {
      writeFileSync(path, input)
      try {
        readServerSettings(path)
      } catch (error) {
        expectRefusal(error, SettingsProblems, path)
      }
    },
  }
}
