import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import {
  buildASTSchema,
  GraphQLError,
  Kind,
  parse,
  Source,
  validate,
  validateSchema,
  ValuesOfCorrectTypeRule,
} from 'graphql'
import type { ASTNode, DocumentNode } from 'graphql'
import { validateSDL } from 'graphql/validation/validate.js'
import { packageRoot } from '../package-root.ts'
import { completeDocument } from './complete-document.ts'
import { deriveModel } from './derive-model.ts'
import type { Model, ModelFile } from './model.ts'
import { ModelError } from './model-error.ts'
import type { ModelProblem } from './model-error.ts'
import { modelRules } from './model-rules.ts'

/** The product's own model files, in order. */
export function ownModelFiles(): ModelFile[] {
  return modelFilesIn(join(packageRoot, 'graph/model'), 'graph/model')
}

/**
 * The `*.graphql` files of a folder, sorted by name; none when there is no such folder.
 * @param shownAs how the folder is named in messages.
 */
export function modelFilesIn(folder: string, shownAs: string): ModelFile[] {
  let names: string[]
  try {
    names = readdirSync(folder)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return []
    throw error
  }
  return names
    .filter((name) => name.endsWith('.graphql'))
    .sort()
    .map((name) => ({ path: `${shownAs}/${name}`, text: readFileSync(join(folder, name), 'utf8') }))
}

/**
 * Reads the model: the product's own files and those that a catalogue adds.
 * @throws ModelError with every problem at once: syntax, GraphQL's own rules, wrong directive values, and the model's rules.
 */
export function readModel(additions: readonly ModelFile[] = []): Model {
  return modelFromFiles([...ownModelFiles(), ...additions])
}

/** Reads a model from exactly these files, as a graph carries them. @throws ModelError with every problem at once. */
export function modelFromFiles(files: readonly ModelFile[]): Model {
  const document = completeDocument(parseAll(files))
  fail(validateSDL(document))
  const schema = buildASTSchema(document, { assumeValidSDL: true })
  fail([...validateSchema(schema), ...validate(schema, document, [ValuesOfCorrectTypeRule])])
  const model = deriveModel(schema, files)
  fail(modelRules.flatMap((rule) => rule(model)))
  return model
}

/** A query type, since GraphQL wants one: the model is about types, its only field is never asked for. */
const placeholder = parse('type Query { item: Item }', { noLocation: true })

function parseAll(files: readonly ModelFile[]): DocumentNode {
  const errors: GraphQLError[] = []
  const definitions = files.flatMap((file) => {
    try {
      return parse(new Source(file.text, file.path)).definitions
    } catch (error) {
      if (!(error instanceof GraphQLError)) throw error
      errors.push(error)
      return []
    }
  })
  fail(errors)
  return { kind: Kind.DOCUMENT, definitions: [...definitions, ...placeholder.definitions] }
}

function fail(errors: readonly GraphQLError[]): void {
  if (errors.length === 0) return
  // What a type inherits is found again in each type that inherits it.
  const once = new Map(errors.map(problemOf).map((problem) => [JSON.stringify(problem), problem]))
  const problems = [...once.values()]
  problems.sort((a, b) => a.file.localeCompare(b.file) || a.line - b.line || a.column - b.column)
  throw new ModelError(problems)
}

function problemOf(error: GraphQLError): ModelProblem {
  const node = error.nodes?.map(placeOf).find((each) => each.loc !== undefined)
  const start = node?.loc?.startToken
  const source = node?.loc?.source ?? error.source
  const place = start ?? error.locations?.[0]
  return {
    file: source?.name ?? 'model',
    line: place?.line ?? 1,
    column: place?.column ?? 1,
    message: error.message,
  }
}

/** A described definition's location is its description: the name is where people look. */
function placeOf(node: ASTNode): ASTNode {
  return 'name' in node && node.name !== undefined && 'kind' in node.name ? node.name : node
}
