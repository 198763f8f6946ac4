import { build } from 'astro'
import { copyFile, mkdir, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { astroConfig } from './astro-config.ts'
import { BesideFiles } from './beside-files.ts'
import type { Locale } from './locale.ts'
import { pageProgress } from './page-progress.ts'
import { clearKilled, replaceFolder, workFolder } from './replace-folder.ts'
import { provideBuildInput } from './src/catalogue/build-input.ts'
import type { Execute } from './src/catalogue/build-input.ts'
import { ownLogo } from './src/own/own-files.ts'
import type { OwnFile } from './src/own/own-files.ts'
import { linkAstro, siteSources } from './site-sources.ts'
import { writeOwnFiles } from './write-own-files.ts'

/** What a site is built from, and where to. */
export interface SiteOptions {
  /** Answers GraphQL: `Api.execute` of the API in this process, or a function that asks one over HTTP. */
  readonly execute: Execute
  /** Where the site goes, absolute. What was there is replaced once the new one is complete. */
  readonly outDir: string
  /** What the site is called. */
  readonly title: string
  /** The path that it is published under: `/` or `/itsm/`. */
  readonly base?: string
  /** The address that it is published at, without the path: https://catalogue.example.org. */
  readonly site?: string
  /** The language of its interface; English when left out. */
  readonly locale?: Locale
  /** Where the same catalogue's site stands in other languages, by language: `de` → https://catalogue.example.org/de/. */
  readonly languages?: Readonly<Record<string, string>>
  /** The day that "ends soon" and "overdue" count from: 2026-11-22. Today when left out. */
  readonly today?: string
  /** Where files of the catalogue are edited, and where improvements are suggested: addresses to fill in. */
  readonly edit?: string
  readonly suggest?: string
  /** Theme, logo, fonts, pages and sections that the organisation brings. */
  readonly files?: readonly OwnFile[]
  /** Told what is being done. */
  readonly onLog?: (message: string) => void
}

/** Builds that wait for their turn: pages find what they are built from on the process, so there is one build at a time. */
let last: Promise<unknown> = Promise.resolve()

/**
 * Builds the site: static files that any web server can serve. It is built beside `outDir` and moved into place when it is
 * complete, so that nobody is ever shown half a site; when it fails, what was there stays. Nothing is written elsewhere.
 * @throws when the API can't answer, or a page can't be made.
 */
export function buildSite(options: SiteOptions): Promise<void> {
  const turn = last.then(() => buildNow(options))
  last = turn.catch(() => undefined)
  return turn
}

/** What was there before, as long as the new site is put in place. */
const before = 'before'

async function buildNow(options: SiteOptions): Promise<void> {
  const { outDir, base = '/', locale = 'en', today, files = [], onLog, ...given } = options
  // A catalogue is its owner's business: Astro's telemetry is off, whatever the machine's settings say.
  process.env['ASTRO_TELEMETRY_DISABLED'] = '1'
  await mkdir(dirname(outDir), { recursive: true })
  await clearKilled(outDir, before)
  const work = await workFolder(outDir)
  try {
    const folders = { sources: siteSources(), root: join(work, 'root'), out: join(work, 'out') }
    await linkAstro(folders.root)
    const own = join(folders.root, 'own')
    await writeOwnFiles(files, own)
    const theme = files.some(({ path }) => path === 'theme.css') ? { theme: join(own, 'theme.css') } : {}
    const beside = new BesideFiles([join(folders.sources, 'src/styles/tokens.css'), ...Object.values(theme)])
    const address = given.site === undefined ? {} : { site: given.site }
    const day = today ?? new Date().toISOString().slice(0, 10)
    const told = onLog === undefined ? {} : { pageMade: pageProgress(onLog) }
    provideBuildInput({ ...given, base, files, today: day, beside, ...told })
    onLog?.('Building pages …')
    await build(astroConfig(folders, { base, locale, ...theme, ...address, changed: beside.changed }))
    await beside.writeTo(folders.out)
    const logo = ownLogo()
    if (logo !== undefined) await copyFile(join(own, logo), join(folders.out, logo))
    await replaceFolder(outDir, folders.out, join(work, before))
  } finally {
    provideBuildInput(undefined)
    await rm(work, { recursive: true, force: true })
  }
}
