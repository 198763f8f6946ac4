import { mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import { packageRoot } from '../../graph/package-root.ts'

/** The one route of a plain site: a bare layout around what is ready made. */
const route = `---
import { readFileSync } from 'node:fs'

export function getStaticPaths() {
  const pages = JSON.parse(readFileSync(process.env.BENCH_PAGES, 'utf8'))
  return pages.map(({ path, title, main }) => ({ params: { path: path || undefined }, props: { title, main } }))
}
const { title, main } = Astro.props
---
<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width" />
    <title>{title}</title>
  </head>
  <body>
    <main set:html={main} />
  </body>
</html>
`

/** Writes a plain Astro site of as many pages as a built site has, each with the same title and main part. */
export function writePlainSite(site: string, folder: string): void {
  const pages = readdirSync(site, { recursive: true, withFileTypes: true })
    .filter(({ name }) => name === 'index.html')
    .map(({ parentPath, name }) => {
      const html = readFileSync(join(parentPath, name), 'utf8')
      return {
        path: relative(site, parentPath).split(sep).join('/'),
        title: /<title>([^<]*)/.exec(html)?.[1] ?? '',
        main: /<main>([\s\S]*)<\/main>/.exec(html)?.[1] ?? '',
      }
    })
  mkdirSync(join(folder, 'src/pages'), { recursive: true })
  mkdirSync(join(folder, 'node_modules'))
  symlinkSync(join(packageRoot, 'node_modules/astro'), join(folder, 'node_modules/astro'), 'junction')
  writeFileSync(join(folder, 'pages.json'), JSON.stringify(pages))
  writeFileSync(join(folder, 'src/pages/[...path].astro'), route)
}
