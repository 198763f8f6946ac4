import starlight from '@astrojs/starlight'
import type { AstroInlineConfig } from 'astro'
import { join } from 'node:path'
import { bundleFolder } from './bundle-folder.ts'
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
  readonly title: string
  readonly base: string
  /** The address that it is published at, without the base: for canonical links and the sitemap. */
  readonly site?: string
}

/** In the order in which later ones win. */
const stylesheets = [
  'tokens',
  'frame',
  'navigation',
  'title',
  'sections',
  'prose',
  'facts',
  'marks',
  'tables',
  'measures',
  'matrix',
  'pictures',
  'stream-map',
  'start',
  'search',
  'impact',
  'print',
]

/** Astro's configuration, whole: there is no configuration file. */
export function astroConfig(folders: BuildFolders, { title, base, site }: SiteSettings): AstroInlineConfig {
  const component = (name: string): string => join(folders.sources, 'src/components/frame', `${name}.astro`)
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
    integrations: [
      bundleFolder(),
      starlight({
        title,
        customCss: stylesheets.map((name) => join(folders.sources, 'src/styles', `${name}.css`)),
        components: {
          Head: component('Head'),
          PageTitle: component('PageTitle'),
          MarkdownContent: component('MarkdownContent'),
          PageSidebar: component('PageSidebar'),
          TwoColumnContent: component('TwoColumnContent'),
          Sidebar: component('Sidebar'),
          SiteTitle: component('SiteTitle'),
          Footer: component('Footer'),
          Search: component('Search'),
          SocialIcons: component('Nothing'),
          LanguageSelect: component('Nothing'),
        },
        pagefind: false,
        expressiveCode: false,
        disable404Route: true,
        pagination: false,
        markdown: { headingLinks: false },
      }),
    ],
    vite: {
      cacheDir: join(folders.root, '.vite'),
      plugins: [outsideRoot()],
      // Pages import nothing that must stay outside of the bundle, and the bundle runs where no packages lie.
      environments: { prerender: { resolve: { noExternal: true } } },
      build: { assetsInlineLimit: 0 },
    },
  }
}
