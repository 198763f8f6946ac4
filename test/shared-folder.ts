import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'

declare module 'vitest' {
  interface ProvidedContext {
    /** A folder that all test files of one run share: for what is costly to make and is only read. */
    sharedFolder: string
  }
}

/** Vitest's global setup: makes the run's shared folder, and removes it when the run is over. */
export function setup({ provide }: TestProject): () => void {
  const folder = mkdtempSync(join(tmpdir(), 'tributary-tests-'))
  provide('sharedFolder', folder)
  return () => {
    rmSync(folder, { recursive: true, force: true })
  }
}
