import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import {
  buildASTSchema,
  GraphQLError,
  isTypeSystemDefinitionNode,
  isTypeSystemExtensionNode,
  Kind,
  parse,
  Source,
  validate,
  validateSchema,
  ValuesOfCorrectTypeRule,
} from 'graphql'
import type { ASTNode, DefinitionNode, DocumentNode } from 'graphql'
import { validateSDL } from 'graphql/validation/validate.js'
import { packageRoot } from '../package-root.ts'
import { completeDocument } from './complete-document.ts'
import { deriveModel } from './derive-model.ts'
import type { Model, ModelFile } from './model.ts'
import { ModelError } from './model-error.ts'
import type { ModelProblem } from './model-error.ts'
import { modelRules } from './model-rules.ts'
import { problem } from './rule-problem.ts'

/** The product's own model files, in order. */
export function ownModelFiles(): ModelFile[] {
  return modelFilesIn(join(packageRoot, 'graph/model'), 'graph/model')
}

/**
 * The `*.graphql` files of a folder, sorted by name; none when there is no such folder.
 * @param shownAs how the folder is named in messages.
 * @throws ModelError with every one that is no regular file, not UTF-8, or refused by the system.
 */
export function modelFilesIn(folder: string, shownAs: string): ModelFile[] {
  let names: string[]
  try {
    names = readdirSync(folder)
  } catch (error) {
    if (['ENOENT', 'ENOTDIR'].includes((error as NodeJS.ErrnoException).code ?? '')) return []
    throw error
  }
  const problems: ModelProblem[] = []
  const files = names
    .filter((name) => name.endsWith('.graphql'))
    .sort()
    .flatMap((name): ModelFile[] => {
      const path = `${shownAs}/${name}`
      const read = readModelFile(join(folder, name))
      if ('text' in read) return [{ path, text: read.text }]
      problems.push({ file: path, line: 1, column: 1, message: read.problem })
      return []
    })
  if (problems.length > 0) throw new ModelError(problems)
  return files
}

/** A file's text, or why there is none. Only regular files are opened: a pipe would never end. */
function readModelFile(path: string): { readonly text: string } | { readonly problem: string } {
  try {
    if (!statSync(path).isFile()) return { problem: 'This is no regular file: put a model file in its place.' }
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(path)) }
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException
    return {
      problem:
        code === 'ERR_ENCODING_INVALID_ENCODED_DATA'
          ? 'This file is not UTF-8: save it as UTF-8.'
          : `This file can't be read: the system says ${code}.`,
    }
  }
}

/**
 * Reads the model: the product's own files and those that a catalogue adds.
 * @throws ModelError with every problem at once: syntax, GraphQL's own rules, wrong directive values, and the model's rules.
 */
export function readModel(additions: readonly ModelFile[] = []): Model {
  if (additions.length > 0) return modelFromFiles([...ownModelFiles(), ...additions])
  ownModel ??= modelFromFiles(ownModelFiles())
  return ownModel
}

/** The product's own model: its files don't change while it runs, and every catalogue is read with it. */
let ownModel: Model | undefined

/** Reads a model from exactly these files, as a graph carries them. @throws ModelError with every problem at once. */
export function modelFromFiles(files: readonly ModelFile[]): Model {
  const document = completeDocument(parseAll(files))
  fail(validateSDL(document), files)
  const schema = buildASTSchema(document, { assumeValidSDL: true })
  fail(validateSchema(schema), files)
  fail(validate(schema, document, [ValuesOfCorrectTypeRule]), files)
  const model = deriveModel(schema, files)
  fail(
    modelRules.flatMap((rule) => rule(model)),
    files,
  )
  return model
}

/** A query type, since GraphQL wants one: the model is about types, its only field is never asked for. */
const placeholder = parse('type Query { item: Item }', { noLocation: true })

function parseAll(files: readonly ModelFile[]): DocumentNode {
  const errors: GraphQLError[] = []
  const definitions = files.flatMap((file) => {
    try {
      const { definitions } = parse(new Source(file.text, file.path))
      errors.push(...definitions.filter((each) => !isOfModel(each)).map((each) => problem(noModel, each)))
      return definitions
    } catch (error) {
      if (!(error instanceof GraphQLError)) throw error
      errors.push(error)
      return []
    }
  })
  fail(errors, files)
  return { kind: Kind.DOCUMENT, definitions: [...definitions, ...placeholder.definitions] }
}

const noModel = 'The model is made of types and directives: the API and its Query are derived from them.'
const isOfModel = (node: DefinitionNode): boolean =>
  (isTypeSystemDefinitionNode(node) || isTypeSystemExtensionNode(node)) && 'name' in node && node.name.value !== 'Query'

function fail(errors: readonly GraphQLError[], files: readonly ModelFile[]): void {
  if (errors.length === 0) return
  // What a type inherits is found again in each type that inherits it.
  const once = new Map(errors.map((each) => problemOf(each, files)).map((each) => [JSON.stringify(each), each]))
  const problems = [...once.values()]
  problems.sort((a, b) => a.file.localeCompare(b.file) || a.line - b.line || a.column - b.column)
  throw new ModelError(problems)
}

/** Of several places the last counts: what was there before stays, what was added is to change. */
function problemOf(error: GraphQLError, files: readonly ModelFile[]): ModelProblem {
  const order = ({ loc }: ASTNode): number => files.findIndex((file) => file.path === loc?.source.name)
  const nodes = error.nodes?.map(placeOf).filter((each) => each.loc !== undefined) ?? []
  const node = nodes.sort((a, b) => order(a) - order(b) || (a.loc?.start ?? 0) - (b.loc?.start ?? 0)).at(-1)
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
  return 'name' in node && typeof node.name === 'object' ? node.name : node
}
