import type { Calendar } from './duration.ts'
import type { Severity } from './finding.ts'

/** One folder of catalogue files, with what its configuration says. */
export interface Layer {
  /** Its name in `sources`. */
  readonly name: string
  /** Where it lies, absolute. */
  readonly folder: string
  /** Files and folders at its root that are no part of it. */
  readonly ignore: readonly string[]
  /** Of an imported layer: the system that it tells what it knows. */
  readonly system?: string
}

/** What `tributary.config.yaml` says. */
export interface Config {
  /** Name of the layer in `sources`; the folder's name when left out. */
  readonly name: string
  /** What people call the catalogue; its name when left out. */
  readonly title: string
  /** Layers below this one: built-in names or folders, lowest first. */
  readonly extends: readonly string[]
  /** Ids of items of lower layers that don't apply here. */
  readonly without: readonly string[]
  /** Severities of rules that differ from their own. */
  readonly rules: Readonly<Record<string, Severity | 'off'>>
  readonly ignore: readonly string[]
  /** The system that this layer was imported from; undefined where people write it. */
  readonly system: string | undefined
  /** Files with rules of its own, from its folder. */
  readonly plugins: readonly string[]
  /** How long a working day and week are; undefined where it doesn't say. */
  readonly calendar: Calendar | undefined
  readonly site: SiteConfig
}

/** Settings of the site. */
export interface SiteConfig {
  /** Its title; the catalogue's when left out. */
  readonly title: string
  /** Where it is published: https://catalogue.example.org. */
  readonly url?: string
  /** The path below that address: /itsm/. */
  readonly base: string
  /** The language of its interface. */
  readonly locale: SiteLocale
  /** Where the same catalogue's site stands in other languages, by language: `de` → https://catalogue.example.org/de/. */
  readonly languages?: Readonly<Record<string, string>>
  /** Where a file of this catalogue is edited: an address with `{file}` and `{line}`. */
  readonly edit?: string
  /** Where an improvement of an item is suggested: an address with `{id}`, `{name}` and `{url}`. */
  readonly suggest?: string
  /** Theme, logo, fonts, pages and sections that layers bring, sorted by path. */
  readonly files?: readonly SiteFile[]
}

/** A file of a layer's `site` folder: theme, logo, font, page or section. */
export interface SiteFile {
  /** Below that folder: `pages/about.md`. */
  readonly path: string
  /** Of a page: what its front matter says. */
  readonly title?: string
  readonly summary?: string
  /** Text as it is, without front matter, or bytes in Base64. */
  readonly content: string
  /** `content` is Base64: a picture of pixels, or a font. */
  readonly base64?: true
}

/** Languages that the site's interface is written in. */
export const siteLocales = ['en', 'de'] as const
export type SiteLocale = (typeof siteLocales)[number]
