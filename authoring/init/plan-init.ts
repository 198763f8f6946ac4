import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, relative, resolve, sep } from 'node:path'
import { repositoryAbove } from '../../graph/catalogue/repository-root.ts'
import { ownPackage, packageRoot } from '../../graph/package-root.ts'
import { explanationOf } from './explanations.ts'

/** Where changes are checked and the site is published; `none`: somewhere else. */
export const pipelines = ['github', 'gitlab', 'none'] as const
export type Pipeline = (typeof pipelines)[number]

/** What somebody says who wants a catalogue. */
export interface InitAsked {
  /** The folder to write it to. */
  readonly folder: string
  /** A word: `acme`. */
  readonly name: string
  /** What people call it; one line. */
  readonly title: string
  readonly ci: Pipeline
  /** The day of which its dates are reckoned: 2026-11-22. */
  readonly today: string
}

/** A file to be written. */
export interface InitFile {
  /** Where. */
  readonly path: string
  readonly text: string
  /** What it is, in a line. */
  readonly about: string
}

const template = join(packageRoot, 'authoring/init/template')

/** Whether this is a checkout of Tributary rather than an installed package: then catalogues that it writes run on it. */
export const isCheckout = existsSync(join(packageRoot, 'index.ts'))

/** npm leaves files of this name out of packages, so that the template's has another. */
const names: Readonly<Record<string, string>> = { gitignore: '.gitignore' }

/** The files of a small catalogue of one's own, on top of itil4: those to read first come first. */
export function planInit(asked: InitAsked): InitFile[] {
  const folder = resolve(asked.folder)
  // Code hosts read pipelines at the repository's root only.
  const repository = repositoryAbove(folder) ?? folder
  const fill = filler(asked, relative(repository, folder).replaceAll(sep, '/') || '.')
  const from = (part: string, to: string): InitFile[] =>
    filesIn(join(template, part)).map((file) => ({
      path: join(to, names[file] ?? file),
      text: fill(readFileSync(join(template, part, file), 'utf8'), file),
      about: explanationOf(file),
    }))
  return [...from('catalogue', folder), ...(asked.ci === 'none' ? [] : from(asked.ci, repository))]
}

const filesIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll(sep, '/'))
    .sort((a, b) => depth(a) - depth(b) || (a < b ? -1 : 1))

const depth = (path: string): number => path.split('/').length

/** Puts what was said into a template's text. */
function filler({ name, title, today, folder: at }: InitAsked, folder: string): (text: string, file: string) => string {
  const own = ownPackage()
  const year = Number(today.slice(0, 4))
  const words: Readonly<Record<string, string>> = {
    NAME: name,
    // A JSON text is YAML's quoted text too.
    TITLE: JSON.stringify(title),
    HEADING: title.replaceAll(/[\\`*_[\]<>#]/g, '\\$&'),
    FOLDER: /^[\w./-]+$/.test(folder) ? folder : JSON.stringify(folder),
    PACKAGE: own.name,
    VERSION: isCheckout ? `file:${relative(resolve(at), packageRoot).replaceAll(sep, '/')}` : own.version,
    START: `${String(year)}-01-01`,
    END: `${String(year + 2)}-12-31`,
    REVIEW: `${String(year + 1)}-12-31`,
  }
  return (text, file) =>
    text.replaceAll(/__([A-Z]+)__/g, (_, word: string) => {
      const said = words[word]
      if (said === undefined) throw new Error(`The template ${file} asks for ${word}, which nobody says.`)
      return said
    })
}
