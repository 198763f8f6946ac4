import { rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { packageRoot } from '../../../graph/package-root.ts'

/** The page as it is written. */
export const editorSources = join(packageRoot, 'api/server/editor/page')

/**
 * Bundles the query editor, GraphiQL with its worker scripts, into a folder: all or nothing, whoever else does so meanwhile.
 * It takes some seconds.
 * @throws when the packages that it is made of aren't installed: they are needed for development only.
 */
export async function bundleEditor(folder: string): Promise<void> {
  const { build } = await import('vite')
  const unfinished = `${folder}.${String(process.pid)}`
  try {
    await build({
      root: editorSources,
      configFile: false,
      publicDir: false,
      // Wherever the page lies, its files lie beside it.
      base: './',
      logLevel: 'silent',
      worker: { format: 'es' },
      build: { outDir: unfinished, emptyOutDir: true, reportCompressedSize: false, chunkSizeWarningLimit: 10_000 },
    })
    await rename(unfinished, folder).catch((error: unknown) => {
      if (!['ENOTEMPTY', 'EEXIST', 'EPERM'].includes((error as NodeJS.ErrnoException).code ?? '')) throw error
    })
  } finally {
    await rm(unfinished, { recursive: true, force: true })
  }
}
