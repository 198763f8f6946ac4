import { existsSync, globSync, readFileSync, realpathSync, statSync } from 'node:fs'
import { basename, dirname, isAbsolute, relative, resolve, sep } from 'node:path'
import { LineCounter, parseAllDocuments } from 'yaml'
import type { Document } from 'yaml'
import { excerpt } from '../excerpt.ts'
import { ImportError } from '../imported.ts'
import type { LeftOut } from '../imported.ts'
import { mappingOf, refOf, textOf, textsOf } from './entity.ts'
import type { Entity } from './entity.ts'
import { listYamlFiles } from './list-yaml-files.ts'

/** Largest file that is read: 5 MiB. */
const largest = 5 * 1024 * 1024

/** What a source holds. */
export interface ReadEntities {
  /** By their whole references, each once. Locations aren't among them: they say where others are. */
  readonly entities: ReadonlyMap<string, Entity>
  /** How many entities were found, those among `leftOut` included. */
  readonly records: number
  readonly leftOut: readonly LeftOut[]
}

/**
 * Reads the entities of a file or of all YAML files in a folder tree. Locations are followed where their targets are files in
 * the same folder tree. Other tools' YAML files are passed by, and templates
 * of such; a file that is broken is left out, as nobody knows whose it is.
 * @throws ImportError where nothing can be read.
 */
export function readEntities(source: string): ReadEntities {
  if (!existsSync(source)) throw new ImportError(`There is no file or folder ${source}.`)
  const files = listYamlFiles(source)
  if (files === undefined) throw new ImportError(`${source} holds more than 100,000 YAML files: name a folder within.`)
  const reader = new EntityReader(statSync(source).isDirectory() ? source : dirname(source))
  for (const file of files) reader.file(file)
  if (reader.entities.size === 0 && reader.leftOut.length === 0) {
    throw new ImportError(
      `${source} holds no Backstage entities: YAML documents with "apiVersion: backstage.io/v1alpha1" and "kind".`,
    )
  }
  return reader
}

class EntityReader implements ReadEntities {
  readonly entities = new Map<string, Entity>()
  readonly leftOut: LeftOut[] = []
  records = 0
  readonly #root: string
  readonly #read = new Set<string>()

  constructor(root: string) {
    this.#root = root
  }

  file(path: string): void {
    const real = realpathSync(path)
    if (this.#read.has(real)) return
    this.#read.add(real)
    const shown = relative(this.#root, path).split(sep).join('/')
    if (statSync(path).size > largest) {
      this.#leave(shown, basename(path), 'This file is larger than 5 MiB.')
      return
    }
    const text = readFileSync(path, 'utf8')
    const lines = new LineCounter()
    const documents = parseAllDocuments(text, { lineCounter: lines, stringKeys: true, prettyErrors: false })
    if (!text.includes('backstage.io/') && !/^catalog-info\./.test(basename(path))) {
      const [error] = documents.flatMap(({ errors }) => errors)
      // What it would be can't be known, unless it only becomes YAML by being filled in.
      if (error === undefined || text.includes('{{')) return
      this.records += 1
      this.#leave(
        `${shown}:${String(lines.linePos(error.pos[0]).line)}`,
        shown,
        'This is no YAML, and nothing in it shows whether it holds entities.',
      )
      return
    }
    for (const document of documents) {
      const at = document.contents?.range[0] ?? document.range[0]
      this.#document(document, { path, shown, line: (offset = at) => lines.linePos(offset).line })
    }
  }

  #document(document: Document, at: FilePlace): void {
    const [error] = document.errors
    if (error !== undefined) {
      this.records += 1
      this.#leave(`${at.shown}:${String(at.line(error.pos[0]))}`, at.shown, `This is no YAML: ${error.message}`)
      return
    }
    let value: unknown
    try {
      value = document.toJS()
    } catch (error) {
      this.records += 1
      this.#leave(`${at.shown}:${String(at.line())}`, at.shown, `This can't be read: ${String(error)}`)
      return
    }
    if (value === null || value === undefined) return
    const root = mappingOf(value)
    const place = `${at.shown}:${String(at.line())}`
    const [kind, metadata, spec] = [
      textOf(root.get('kind')),
      mappingOf(root.get('metadata')),
      mappingOf(root.get('spec')),
    ]
    const name = textOf(metadata.get('name'))
    if (kind?.toLowerCase() === 'location') {
      this.#location(spec, place, at)
      return
    }
    this.records += 1
    if (kind === undefined || name === undefined) {
      this.#leave(place, excerpt(value), `An entity needs "kind" and "metadata.name".`)
      return
    }
    const namespace = textOf(metadata.get('namespace')) ?? 'default'
    const entity = {
      ref: refOf(kind, namespace, name),
      kind: kind.toLowerCase(),
      namespace,
      name,
      metadata,
      spec,
      place,
    }
    const first = this.entities.get(entity.ref)
    if (first === undefined) this.entities.set(entity.ref, entity)
    else this.#leave(`${entity.ref} in ${place}`, name, `This entity is also in ${first.place}, which counts.`)
  }

  #location(spec: Entity['spec'], place: string, { path }: FilePlace): void {
    for (const target of [...textsOf(spec.get('target')), ...textsOf(spec.get('targets'))]) {
      if (/^[a-z]+:\/\//i.test(target)) {
        this.#leave(place, target, 'Targets of locations are followed where they are files, not addresses.', 'target')
        continue
      }
      const files = filesMeant(dirname(path), target).filter((file) => isWithin(file, this.#root))
      for (const file of files) this.file(file)
      if (files.length > 0) continue
      this.#leave(place, target, 'There is no such file in the folder that is imported.', 'target')
    }
  }

  #leave(record: string, text: string, reason: string, part?: string): void {
    this.leftOut.push({ record, ...(part === undefined ? {} : { part }), text: excerpt(text), reason })
  }
}

/** The files that a location's target means, which may be a pattern. One that leads upwards could go through a whole disk. */
function filesMeant(folder: string, target: string): string[] {
  const file = resolve(folder, target)
  if (existsSync(file)) return [file]
  const isPattern = /[*?[{]/.test(target) && !isAbsolute(target) && !target.split('/').includes('..')
  return isPattern ? globSync(target, { cwd: folder }).map((found) => resolve(folder, found)) : []
}

const isWithin = (file: string, root: string): boolean =>
  realpathSync(file).startsWith(realpathSync(root) + sep) && statSync(file).isFile()

interface FilePlace {
  readonly path: string
  /** From the folder that is imported. */
  readonly shown: string
  /** The line of an offset; of the document's beginning when none is given. */
  readonly line: (offset?: number) => number
}
