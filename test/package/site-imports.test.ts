import { globSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, it } from 'vitest'

/** Lint says this of `.ts` files, but doesn't read `.astro` files. */
it('pages import no other part of the product than the API', () => {
  const foreign = globSync('site/**/*.astro', { exclude: (name) => name.includes('node_modules') }).flatMap((page) =>
    importsOf(readFileSync(page, 'utf8'))
      .map((source) => join(dirname(page), source))
      .filter((target) => !/^(site|api)\//.test(target))
      .map((target) => `${page} imports ${target}`),
  )
  expect(foreign).toStrictEqual([])
})

const importsOf = (text: string): string[] =>
  [...text.matchAll(/(?:from|import|import\()\s*['"](\.{1,2}\/[^'"]+)['"]/g)].map((match) => String(match[1]))
