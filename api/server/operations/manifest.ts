import { readFileSync } from 'node:fs'
import { getOperationAST, parse } from 'graphql'
import { z } from 'zod'

/** An operation that clients may ask by its id. */
export interface PersistedOperation {
  readonly id: string
  /** As its text calls it, where it has one operation with a name; otherwise its id. */
  readonly name: string
  readonly text: string
}

/** The operations of a manifest, by id. */
export type PersistedOperations = ReadonlyMap<string, PersistedOperation>

/** A manifest can't be used: says which file and why. */
export class ManifestError extends Error {
  override readonly name = 'ManifestError'
}

/** `persisted-documents.json` of GraphQL Code Generator's client preset: texts by their hashes. */
const codegenManifest = z.record(z.string(), z.string())

/** What `generate-persisted-query-manifest` writes for Apollo's clients. */
const apolloManifest = z.object({
  format: z.literal('apollo-persisted-query-manifest'),
  version: z.literal(1),
  operations: z.array(z.object({ id: z.string(), body: z.string() })),
})

/**
 * Reads the manifest that a client's build wrote. Whether its operations fit the schema isn't asked here (`misfits`).
 * @throws ManifestError
 */
export function readManifest(file: string): PersistedOperations {
  const content = contentOf(file)
  const apollo = apolloManifest.safeParse(content)
  const codegen = codegenManifest.safeParse(content)
  const texts = apollo.success
    ? apollo.data.operations.map(({ id, body }): [string, string] => [id, body])
    : Object.entries(codegen.data ?? {})
  if (texts.length === 0) {
    throw new ManifestError(
      `${file} is no manifest of operations: it is neither a persisted-documents.json of GraphQL Code Generator ({hash: text}) nor one of Apollo (apollo-persisted-query-manifest, version 1) with operations in it.`,
    )
  }
  return new Map(texts.map(([id, text]) => [id, { id, name: nameOf(text) ?? id, text }]))
}

function contentOf(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch (error) {
    throw new ManifestError(`The manifest of operations ${file} can't be read: ${(error as Error).message}`)
  }
}

function nameOf(text: string): string | undefined {
  try {
    return getOperationAST(parse(text))?.name?.value
  } catch {
    return undefined
  }
}
