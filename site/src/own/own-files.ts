import { buildInput } from '../catalogue/build-input.ts'
import { taken } from '../catalogue/model.ts'
import type { Model } from '../catalogue/model.ts'

/** A file that the organisation brings for its site, from the `site` folder of its catalogue. */
export interface OwnFile {
  /** Below that folder: `pages/about.md`. */
  readonly path: string
  /** Of a page: its title and what it is about. */
  readonly title?: string
  readonly summary?: string
  /** Text as it is, without front matter, or bytes in Base64. */
  readonly content: string
  /** `content` is Base64: a picture of pixels, or a font. */
  readonly base64?: true
}

/** A page that the organisation wrote. */
export interface OwnPage extends OwnFile {
  readonly title: string
  /** Its part of the address: `about`. `index` is the start page. */
  readonly name: string
}

const ownFiles = (): readonly OwnFile[] => buildInput().files ?? []

/** The pages that the organisation wrote, sorted by name. */
export const ownPages = (): OwnPage[] =>
  ownFiles().flatMap((file) => {
    const name = /^pages\/(.+)\.md$/.exec(file.path)?.[1]
    return name === undefined || file.title === undefined ? [] : [{ ...file, title: file.title, name }]
  })

/** Those among them that stand in no other page's place. */
export const addedPages = ({ kinds }: Pick<Model, 'kinds'>): OwnPage[] => {
  const others = new Set([...taken, 'index', ...[...kinds.values()].map(({ folder }) => folder)])
  return ownPages().filter(({ name }) => !others.has(name))
}

/** The sections that the organisation wrote for a place: a kind's pages, or one page. By anchor; what they say in Markdown. */
export const ownSections = (place: string): Map<string, string> =>
  new Map(
    ownFiles().flatMap(({ path, content }): [string, string][] => {
      const [, folder, anchor] = /^sections\/(.+)\/(.+)\.md$/.exec(path) ?? []
      return folder === place && anchor !== undefined ? [[anchor, content]] : []
    }),
  )

/** The organisation's logo: a file of the site. */
export const ownLogo = (): string | undefined => ownFiles().find(({ path }) => path.startsWith('logo.'))?.path
