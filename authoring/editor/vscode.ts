import { applyEdits, modify, parse } from 'jsonc-parser'
import type { ParseError } from 'jsonc-parser'
import type { EditorSchema } from './schemas.ts'

/** Where schemas and catalogue lie, from the folder that the editor opens, with forward slashes: "." is that folder. */
export interface Places {
  readonly schemas: string
  readonly catalogue: string
}

/** The settings file isn't JSON, with comments or without. */
export class SettingsError extends Error {
  override readonly name = 'SettingsError'
}

/**
 * The text of `.vscode/settings.json` that tells the YAML extension (redhat.vscode-yaml) which schema describes which files.
 * What is there stays as it is, comments included; files that another schema of one's own describes stay with it.
 * @param before the file's text; undefined where there is none.
 * @throws SettingsError
 */
export function vscodeSettings(
  before: string | undefined,
  schemas: readonly Pick<EditorSchema, 'file' | 'describes'>[],
  places: Places,
): string {
  const start = before === undefined || before.trim() === '' ? '{}\n' : before
  const errors: ParseError[] = []
  const now: unknown = parse(start, errors, { allowTrailingComma: true })
  if (errors.length > 0 || typeof now !== 'object' || now === null || Array.isArray(now)) {
    throw new SettingsError('The settings can’t be read as JSON.')
  }
  const formattingOptions = { insertSpaces: true, tabSize: 2 }
  return schemas.reduce((text, { file, describes }) => {
    const schema = `./${below(places.schemas, file)}`
    return applyEdits(text, modify(text, ['yaml.schemas', schema], glob(describes, places), { formattingOptions }))
  }, start)
}

function glob(describes: EditorSchema['describes'], { catalogue }: Places): string {
  if ('ending' in describes) return `*${describes.ending}`
  return below(catalogue, 'file' in describes ? describes.file : `${describes.folder}/**/*.{yaml,yml}`)
}

const below = (folder: string, path: string): string => (folder === '.' ? path : `${folder}/${path}`)
