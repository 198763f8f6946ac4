import { dev } from 'astro'
import type { AstroInlineConfig } from 'astro'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import type { Plugin, ViteDevServer } from 'vite'
import { astroConfig } from './astro-config.ts'
import type { BuildFolders } from './astro-config.ts'
import type { Locale } from './locale.ts'
import { movedTo, withSlash } from './lead-on.ts'
import { linkAstro, siteSources } from './site-sources.ts'
import { provideBuildInput } from './src/catalogue/build-input.ts'
import type { BuildInput } from './src/catalogue/build-input.ts'
import { Turns } from './turns.ts'
import { writeOwnFiles } from './write-own-files.ts'

/** What the pages of a site under way are made from. */
export interface DevInput extends Omit<BuildInput, 'base' | 'beside' | 'pageMade' | 'site'> {
  /** Where the pages that items had before lead on to, as `movedPaths` has them. */
  readonly moved: ReadonlyMap<string, string>
}

/** Something that is wrong with the catalogue, and where. */
export interface DevProblem {
  /** What sort of problem it is, in a word or two. */
  readonly title: string
  readonly message: string
  /** What to do about it. */
  readonly hint?: string | undefined
  readonly file: string
  /** From 1. */
  readonly line: number
  readonly column: number
}

/** A site whose pages are made when they are asked for. */
export interface DevSite {
  /** Where it is: http://127.0.0.1:4000. */
  readonly address: string
  /** Loads another revision while no page is being made, and has open pages show it. */
  show(load: () => Promise<DevInput>): Promise<void>
  /** Lays a problem over open pages: they show what was there before it. */
  tell(problem: DevProblem): void
  stop(): Promise<void>
}

/** How a site under way is served. */
export interface DevOptions {
  readonly port: number
  readonly host: string
  /** The language of its interface: another one takes another server. */
  readonly locale: Locale
}

/**
 * Serves a site whose pages are made, from the catalogue as it is, when they are asked for. What stands beside pages (Markdown
 * twins, items' JSON, pictures for shared links) is a matter of builds. One at a time: pages find their input on the process.
 * @throws when the port is taken.
 */
export async function openDevSite(input: DevInput, { port, host, locale }: DevOptions): Promise<DevSite> {
  process.env['ASTRO_TELEMETRY_DISABLED'] = '1'
  const root = await mkdtemp(join(tmpdir(), 'tributary-dev-'))
  const folders = { sources: siteSources(), root, out: join(root, 'out') }
  await linkAstro(root)
  await takeInput(input, root)
  let { moved } = input
  const turns = new Turns()
  let vite: ViteDevServer | undefined
  const told = (server: ViteDevServer): void => {
    vite = server
    server.middlewares.use((request, response, next) => {
      const url = request.url ?? '/'
      const isForPeople = request.headers.accept?.includes('text/html') === true
      const location = movedTo(url, moved) ?? (isForPeople ? withSlash(url) : undefined)
      if (location !== undefined) {
        response.writeHead(302, { location }).end()
        return
      }
      const made = new Promise((resolve) => response.once('close', resolve))
      void turns.page(made).then(() => {
        next()
      })
    })
  }
  const server = await untouched('SIGTERM', () => dev(devConfig(folders, { port, host, locale }, told)))
  return {
    address: `http://${host.includes(':') ? `[${host}]` : host}:${String(server.address.port)}`,
    async show(load) {
      await turns.change(async () => {
        const next = await load()
        await takeInput(next, root)
        moved = next.moved
      })
      for (const environment of Object.values(vite?.environments ?? {}))
        // Astro forgets which pages there are, as it does when content of its own changes.
        environment.hot.send('astro:content-changed', {})
      vite?.environments['client']?.hot.send({ type: 'full-reload' })
    },
    tell({ title, message, hint = '', file, line, column }) {
      const place = `${file}:${String(line)}:${String(column)}`
      // Astro's overlay shows a name, a title and a hint besides what Vite knows of errors.
      const err = { name: 'tributary check', title, message, hint, stack: place, loc: { file, line, column } }
      vite?.environments['client']?.hot.send({ type: 'error', err })
    },
    async stop() {
      await server.stop()
      provideBuildInput(undefined)
      await rm(root, { recursive: true, force: true })
    },
  }
}

/** Takes away what Vite listens for: it would end the process before this site has cleaned up behind itself. */
async function untouched<T>(signal: NodeJS.Signals, start: () => Promise<T>): Promise<T> {
  const before = process.listeners(signal)
  const started = await start()
  for (const listener of process.listeners(signal)) if (!before.includes(listener)) process.off(signal, listener)
  return started
}

async function takeInput({ moved: _, ...input }: DevInput, root: string): Promise<void> {
  const files = input.files ?? []
  const theme = files.some(({ path }) => path === 'theme.css') ? [] : [{ path: 'theme.css', content: '' }]
  await writeOwnFiles([...files, ...theme], join(root, 'own'))
  provideBuildInput({ ...input, base: '/' })
}

/** As a build's, but for what only bundles need. */
function devConfig(
  folders: BuildFolders,
  { port, host, locale }: DevOptions,
  configureServer: (server: ViteDevServer) => void,
): AstroInlineConfig {
  const theme = join(folders.root, 'own/theme.css')
  const { vite = {}, ...config } = astroConfig(folders, { base: '/', locale, theme, changed: new Map() })
  const { environments: _, plugins = [], ...others } = vite
  const server: Plugin = { name: 'tributary-dev', configureServer }
  return {
    ...config,
    // Astro would explain its own setting to whoever leaves the last slash out: the middleware leads on instead.
    trailingSlash: 'ignore',
    integrations: [],
    devToolbar: { enabled: false },
    server: { port, host },
    vite: {
      ...others,
      plugins: [...plugins, server],
      server: { strictPort: true, fs: { allow: [folders.root, dirname(folders.sources)] } },
    },
  }
}
