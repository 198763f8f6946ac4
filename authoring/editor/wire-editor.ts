import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join, relative, resolve, sep } from 'node:path'
import { withModeline } from './modelines.ts'
import type { EditorSchema } from './schemas.ts'
import { vscodeSettings } from './vscode.ts'

/** Writes the schemas' files. @returns their paths. */
export function writeSchemas(schemas: readonly EditorSchema[], out: string): string[] {
  mkdirSync(out, { recursive: true })
  return schemas.map(({ file, schema }) => {
    const path = join(out, file)
    writeFileSync(path, `${JSON.stringify(schema)}\n`)
    return path
  })
}

/** Where things lie. */
export interface Wiring {
  readonly catalogue: string
  /** Folder of the schemas. */
  readonly schemas: string
  /** The folder that the editor opens. */
  readonly workspace: string
}

/** Says which schema describes which files in `.vscode/settings.json`. @returns its path. @throws SettingsError */
export function wireVscode(schemas: readonly EditorSchema[], { catalogue, schemas: at, workspace }: Wiring): string {
  const path = join(workspace, '.vscode', 'settings.json')
  const before = existsSync(path) ? readFileSync(path, 'utf8') : undefined
  const text = vscodeSettings(before, schemas, { schemas: way(workspace, at), catalogue: way(workspace, catalogue) })
  mkdirSync(dirname(path), { recursive: true })
  if (text !== before) writeFileSync(path, text)
  return path
}

/**
 * Writes into each YAML file of the catalogue that has none which schema describes it; files with an ending are those right
 * in the catalogue's folder.
 * @returns paths of changed files.
 */
export function wireModelines(schemas: readonly EditorSchema[], { catalogue, schemas: at }: Wiring): string[] {
  return schemas.flatMap(({ file, describes }) => {
    return filesOf(describes, catalogue).flatMap((path) => {
      if (!existsSync(path)) return []
      const before = readFileSync(path, 'utf8')
      const text = withModeline(before, way(dirname(path), join(at, file)))
      if (text === before) return []
      writeFileSync(path, text)
      return [path]
    })
  })
}

function filesOf(describes: EditorSchema['describes'], catalogue: string): string[] {
  if ('file' in describes) return [join(catalogue, describes.file)]
  if ('folder' in describes) return yamlFilesIn(join(catalogue, describes.folder))
  return readdirSync(catalogue)
    .filter((name) => name.endsWith(describes.ending))
    .sort()
    .map((name) => join(catalogue, name))
}

function yamlFilesIn(folder: string): string[] {
  if (!existsSync(folder) || !statSync(folder).isDirectory()) return []
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.ya?ml$/.test(name))
    .sort()
    .map((name) => join(folder, name))
}

/** The way from one folder to another, as settings write it. */
function way(from: string, to: string): string {
  const path = relative(resolve(from), resolve(to)).replaceAll(sep, '/')
  return path === '' ? '.' : path
}
