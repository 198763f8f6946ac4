import { dirname } from 'node:path'
import { build } from 'vite'
import type { Plugin, Rolldown } from 'vite'

type Chunk = Rolldown.OutputChunk
type Bundle = Readonly<Record<string, Chunk | Rolldown.OutputAsset>>

/**
 * Makes of each of the site's scripts a classic one that needs no other: browsers load no modules from `file:`. Astro's bundle
 * is taken as it is, so nothing is read or compiled twice; file names, which hold hashes, stay. What a script imports only
 * when it is needed becomes a script of its own, which `loadScript` adds to the page.
 * @param loader the file of `loadScript`; absolute.
 */
export function classicScripts(loader: string): Plugin {
  return {
    name: 'tributary-classic-scripts',
    applyToEnvironment: ({ name }) => name === 'client',
    // What preloads modules would ask for some that are no more.
    configEnvironment: (name) => (name === 'client' ? { build: { modulePreload: false } } : undefined),
    generateBundle: {
      order: 'post',
      async handler(_, bundle) {
        const chunks = Object.values(bundle).filter((each) => each.type === 'chunk')
        const wanted = chunks.filter(({ isEntry, isDynamicEntry }) => isEntry || isDynamicEntry)
        const made = await Promise.all(wanted.map((chunk) => classic(chunk, bundle, loader)))
        for (const [i, chunk] of wanted.entries()) chunk.code = made[i] ?? ''
        for (const chunk of chunks) if (!wanted.includes(chunk)) Reflect.deleteProperty(bundle, chunk.fileName)
      },
    },
  }
}

/** The code of a chunk with all that it imports; what it exports, if anything does, is `tributary`'s under its own name. */
async function classic(chunk: Chunk, bundle: Bundle, loader: string): Promise<string> {
  const exported = chunk.isDynamicEntry ? { name: `tributary.${exportedAs(chunk.fileName)}`, extend: true } : {}
  const built = await build({
    configFile: false,
    root: dirname(loader),
    envDir: false,
    publicDir: false,
    logLevel: 'error',
    plugins: [fromBundle(bundle, loader)],
    build: {
      write: false,
      modulePreload: false,
      rolldownOptions: {
        input: prefix + chunk.fileName,
        preserveEntrySignatures: 'exports-only',
        output: { format: 'iife', codeSplitting: false, ...exported },
      },
    },
  })
  const [output] = [built].flat().flatMap((each) => ('output' in each ? each.output : []))
  if (output?.type !== 'chunk') throw new Error(`${chunk.fileName}: no script was made of it.`)
  return output.code
}

const prefix = 'tributary-chunk:'

/** Chunks of a bundle as modules. */
function fromBundle(bundle: Bundle, loader: string): Plugin {
  const besides = new Map(Object.keys(bundle).map((fileName) => [fileName.split('/').at(-1), fileName]))
  return {
    name: 'tributary-from-bundle',
    enforce: 'pre',
    resolveId(source) {
      if (source.startsWith(prefix)) return source
      const fileName = besides.get(source.split('/').at(-1))
      return fileName === undefined ? undefined : prefix + fileName
    },
    load(id) {
      const chunk = id.startsWith(prefix) ? bundle[id.slice(prefix.length)] : undefined
      return chunk?.type === 'chunk' ? withLoader(chunk, loader) : undefined
    },
  }
}

/** @throws Error where the chunk imports another when needed, in words that aren't known here. */
function withLoader({ fileName, code, dynamicImports }: Chunk, loader: string): string {
  let found = 0
  const loading = code.replaceAll(/\bimport\(\s*(["'`])\.\/([^"'`]+)\1\s*\)/g, (_, __, name: string) => {
    found += 1
    return `$loadScript(${JSON.stringify(name)},${JSON.stringify(exportedAs(name))})`
  })
  if (found < dynamicImports.length) throw new Error(`${fileName}: can't tell what it loads.`)
  return found === 0 ? code : `import{loadScript as $loadScript}from${JSON.stringify(loader)};${loading}`
}

/** What a script's exports are called, from its file's name: `_astro/DHuiO6-E.js` → `script_DHuiO6_E`. */
const exportedAs = (fileName: string): string =>
  `script_${(fileName.split('/').at(-1) ?? '').replace(/\.js$/, '').replaceAll(/\W/g, '_')}`
