import { readFileSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { z } from 'zod'
import { YamlBySchema } from '../../../graph/text/yaml-by-schema.ts'
import { isAddress } from '../access/access-settings.ts'
import { settingsSchema } from './settings.ts'
import type { ServerSettings } from './settings.ts'

/** A settings file can't be used as it is: the message has a line for each problem, `file:line:column  message`. */
export class SettingsProblems extends Error {
  override readonly name = 'SettingsProblems'
}

/** A file without any setting settles nothing. */
const nothingOrSettings = z.preprocess((said) => said ?? {}, settingsSchema)

/**
 * Reads the settings of a server. Files that they name are found from the settings' folder.
 * @throws SettingsProblems with all problems at once.
 */
export function readServerSettings(file: string): ServerSettings {
  const yaml = new YamlBySchema(textOf(file))
  const settings = yaml.read(nothingOrSettings, 'The file')
  if (settings === undefined) {
    const told = yaml.problems().map(({ line, column, message }) => `${file}:${line}:${column}  ${message}`)
    throw new SettingsProblems(told.join('\n'))
  }
  const { access, operations } = settings
  const here = (path: string): string => resolve(dirname(file), path)
  return {
    ...settings,
    ...(access?.jwks === undefined || isAddress(access.jwks) ? {} : { access: { ...access, jwks: here(access.jwks) } }),
    operations: operations.manifest === undefined ? operations : { ...operations, manifest: here(operations.manifest) },
  }
}

function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch (error) {
    throw new SettingsProblems(`The settings ${file} can't be read: ${(error as Error).message}.`)
  }
}
