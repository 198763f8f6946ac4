import type { OwnFile } from '../own/own-files.ts'

/** What the process that builds the site hands to its pages. */
export interface BuildInput {
  /** Answers GraphQL: the API in this process, or one that is asked over HTTP. */
  readonly execute: Execute
  /** The path that the site is published under, with slashes at both ends: `/` or `/itsm/`. */
  readonly base: string
  /** What the site is called in its header and in titles. */
  readonly title: string
  /** Where the same catalogue's site stands in other languages, by language: `de` → https://catalogue.example.org/de/. */
  readonly languages?: Readonly<Record<string, string>>
  /** The day that "ends soon" counts from: 2026-11-22. */
  readonly today: string
  /** The address that the site is published at, without its path. Left out: unknown, so nothing may name one. */
  readonly site?: string
  /** Where a file of the catalogue is edited, with `{file}` and `{line}`. Left out: pages offer no editing. */
  readonly edit?: string
  /** Where an improvement is suggested, with `{id}`, `{name}` and `{url}`. Left out: pages offer no suggesting. */
  readonly suggest?: string
  /** What the organisation brings for its site: theme, logo, fonts, pages, sections. */
  readonly files?: readonly OwnFile[]
  /** Told of each item's page that is made, with how many there are. */
  readonly pageMade?: (total: number) => void
  /** Takes what stands beside the pages; left out where pages are made without being written. */
  readonly beside?: BesidePages
}

/** Takes files that are made while pages are rendered, and makes what pages, being bundled, can't make themselves. */
export interface BesidePages {
  /** Keeps a file for the site. @param path from the site's folder: `practices/incident-management/index.md`. */
  write(path: string, content: string | Uint8Array): void
  /** Draws the picture that stands for a page where somebody shares its link: a PNG of 1200 × 630 pixels. */
  drawCard(card: Card): Promise<Uint8Array>
  /** When pages changed last, by their paths, as far as revisions know: `practices/` → 2026-11-22T10:00:00Z. */
  readonly changed: Map<string, string>
}

/** What a page's picture says. */
export interface Card {
  /** Name of the site. */
  readonly site: string
  /** What sort of page it is: "Value stream". */
  readonly label?: string
  readonly title: string
  readonly summary?: string
  /** Whether it happens or should happen, in a word. */
  readonly mark?: { readonly text: string; readonly tone: 'as-is' | 'to-be' }
  /** A few numbers. */
  readonly numbers: readonly { readonly number: string; readonly of: string }[]
  /** Whose colour it takes, as the page has it: `stream`, `resource` … */
  readonly area?: string
}

/** Answers one GraphQL document. What is wrong comes back in `errors`, as GraphQL says. */
export type Execute = (document: string, variables?: Readonly<Record<string, unknown>>) => Promise<Answer>

/** GraphQL's answer. */
export interface Answer {
  readonly data?: unknown
  readonly errors?: readonly { readonly message: string }[] | undefined
}

/**
 * The input lies on `globalThis`, because pages are bundled: they share no module with the process that starts the build,
 * only the process itself. The executor is a live object (an in-memory store's data exists nowhere else), so it can't go
 * through files or configuration either.
 */
const key = Symbol.for('tributary.site')
const shared = globalThis as { [key]?: BuildInput | undefined }

/** Hands the input to the pages that are built next. One build at a time. */
export function provideBuildInput(input: BuildInput | undefined): void {
  shared[key] = input
}

/** What this build was given. @throws outside of `buildSite`. */
export function buildInput(): BuildInput {
  const input = shared[key]
  if (input === undefined) throw new Error('The site has no API to ask. Build it with `tributary build`.')
  return input
}
