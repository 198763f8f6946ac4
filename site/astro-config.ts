import sitemap from '@astrojs/sitemap'
import type { SitemapItem } from '@astrojs/sitemap'
import type { AstroInlineConfig } from 'astro'
import { join, posix } from 'node:path'
import { bundleFolder } from './bundle-folder.ts'
import { classicScripts } from './classic-scripts.ts'
import { inPlaceOf } from './in-place-of.ts'
import type { Locale } from './locale.ts'
import { outsideRoot } from './outside-root.ts'

/** Where a build reads, works and writes. All absolute. */
export interface BuildFolders {
  /** The site's own sources: `site/src` and `site/public` of this package, which are never written to. */
  readonly sources: string
  /** Astro's root: it writes its types and caches there. It holds nothing of the site. */
  readonly root: string
  /** Where the pages go. */
  readonly out: string
}

/** What differs from one site to the next. */
export interface SiteSettings {
  readonly base: string
  /** The address that it is published at, without the base: for canonical links and the sitemap. */
  readonly site?: string
  /** The language of its interface. */
  readonly locale: Locale
  /** When pages changed last, by their addresses: filled while they are rendered. */
  readonly changed: ReadonlyMap<string, string>
  /** The organisation's own style sheet; absolute. */
  readonly theme?: string
}

/** Astro's configuration, whole: there is no configuration file. */
export function astroConfig(
  folders: BuildFolders,
  { base, site, locale, theme, changed }: SiteSettings,
): AstroInlineConfig {
  const source = (path: string): string => join(folders.sources, 'src', path)
  const others = new Map([[source('messages/messages.ts'), source(`messages/${locale}.ts`)]])
  if (theme !== undefined) others.set(source('styles/own.css'), theme)
  return {
    configFile: false,
    root: folders.root,
    srcDir: join(folders.sources, 'src'),
    publicDir: join(folders.sources, 'public'),
    outDir: folders.out,
    cacheDir: join(folders.root, '.cache'),
    base,
    ...(site === undefined ? {} : { site }),
    trailingSlash: 'always',
    logLevel: 'error',
    prefetch: false,
    // Pages are rendered, not waited for: a little overlap is all that helps.
    build: { concurrency: 4, server: join(folders.root, 'bundle') },
    integrations: [bundleFolder(), ...(site === undefined ? [] : [sitemap({ serialize: withDay(changed) })])],
    vite: {
      cacheDir: join(folders.root, '.vite'),
      plugins: [outsideRoot(), inPlaceOf(others), classicScripts(source('scripts/load-script.ts'))],
      // Pages import nothing that must stay outside of the bundle, and the bundle runs where no packages lie.
      environments: {
        prerender: { resolve: { noExternal: true } },
        // Every page names what it loads: short names are less of each.
        client: {
          build: {
            rolldownOptions: {
              output: {
                entryFileNames: '_astro/[hash].js',
                chunkFileNames: '_astro/[hash].js',
                assetFileNames: '_astro/[hash][extname]',
              },
            },
          },
        },
      },
      // Fonts and pictures of style sheets lie beside these, wherever the site does. (`relative` holds for the client's only.)
      experimental: { renderBuiltUrl: (name, { hostType }) => (hostType === 'css' ? posix.basename(name) : undefined) },
      // `light-dark()` stays as it is written.
      build: { assetsInlineLimit: 0, cssTarget: ['chrome123', 'firefox120', 'safari17.5'] },
    },
  }
}

/** Tells the sitemap when a page changed last, where that is known. */
const withDay =
  (changed: ReadonlyMap<string, string>) =>
  (page: SitemapItem): SitemapItem => {
    const lastmod = changed.get(page.url)
    return lastmod === undefined ? page : { ...page, lastmod }
  }
