import type { LeftOut } from '../imported.ts'
import { ImportError } from '../imported.ts'
import type { ArchimateModel, Concept, LanguageText, Property, Relationship, View } from './archimate-model.ts'
import { decodeXml } from './decode-xml.ts'
import { readXml } from './read-xml.ts'
import type { XmlNode } from './read-xml.ts'

const namespace = 'http://www.opengroup.org/xsd/archimate/3.0/'

/**
 * Reads a model in The Open Group's ArchiMate Model Exchange File Format 3.0 to 3.2. Text is taken as people see it, spaces
 * and line breaks of names as one space.
 * @param file the file's name, for records and messages.
 * @throws ImportError for a file that is none, with what to do.
 */
export function readArchimate(bytes: Uint8Array, file: string): ArchimateModel {
  const root = readXml(decodeXml(bytes, file), file)
  expectModel(root, file)
  return new ModelReader(root, file).read()
}

function expectModel({ name, uri, line }: XmlNode, file: string): void {
  const at = `${file}:${line}`
  if (name === 'model' && uri === namespace) return
  if (uri === 'http://www.archimatetool.com/archimate') {
    throw new ImportError(
      `${at} is a model in Archi's own format. Open it in Archi and choose File > Export > Open Exchange XML Model.`,
    )
  }
  if (uri.startsWith('http://www.opengroup.org/xsd/archimate')) {
    throw new ImportError(
      `${at} is of ArchiMate 2 (${uri}). Export it as ArchiMate 3: a 3.x tool reads and converts it.`,
    )
  }
  throw new ImportError(
    `${at} begins with <${name}>: no ArchiMate model. Export it in the Open Group's exchange format (its <model> is in ${namespace}).`,
  )
}

class ModelReader {
  readonly #root: XmlNode
  readonly #file: string
  readonly #definitions: ReadonlyMap<string, string>
  readonly #seen = new Set<string>()
  readonly #unreadable: LeftOut[] = []
  #records = 0

  constructor(root: XmlNode, file: string) {
    this.#root = root
    this.#file = file
    const definitions = within(root, 'propertyDefinitions', 'propertyDefinition')
    this.#definitions = new Map(
      definitions.map((node) => {
        const identifier = node.attributes.get('identifier') ?? ''
        return [identifier, texts(node, 'name').find(({ text }) => text !== '')?.text ?? identifier]
      }),
    )
  }

  read(): ArchimateModel {
    const root = this.#root
    const elements = within(root, 'elements', 'element').flatMap((node) => this.#concept(node) ?? [])
    const relationships = within(root, 'relationships', 'relationship').flatMap(
      (node) => this.#relationship(node) ?? [],
    )
    const diagrams = named(root, 'views').flatMap((views) => within(views, 'diagrams', 'view'))
    const views = diagrams.flatMap((node) => this.#view(node) ?? [])
    const identifier = root.attributes.get('identifier') ?? 'model'
    return {
      about: {
        ...{ identifier, type: 'model', record: `${this.#file}:${root.line} ${identifier}` },
        ...{ names: texts(root, 'name'), documentation: texts(root, 'documentation') },
        properties: within(root, 'properties', 'property').map((each) => this.#property(each)),
      },
      elements: new Map(elements.map((each) => [each.identifier, each])),
      relationships,
      views,
      folders: new Map(named(root, 'organizations').flatMap((node) => foldersIn(node, []))),
      unreadable: this.#unreadable,
      records: this.#records,
    }
  }

  #concept(node: XmlNode, type = node.attributes.get('type')?.replace(/^.*:/, '')): Concept | undefined {
    this.#records += 1
    const identifier = node.attributes.get('identifier')?.trim()
    const names = texts(node, 'name')
    const record = `${this.#file}:${node.line} ${identifier ?? 'without identifier'}`
    const reason = this.#whyUnreadable(identifier, type)
    if (reason !== undefined || identifier === undefined || type === undefined) {
      this.#unreadable.push({ record, text: names[0]?.text ?? `<${node.name}>`, reason: reason ?? '' })
      return undefined
    }
    this.#seen.add(identifier)
    const properties = within(node, 'properties', 'property').map((each) => this.#property(each))
    return { identifier, type, names, documentation: texts(node, 'documentation'), properties, record }
  }

  #whyUnreadable(identifier: string | undefined, type: string | undefined): string | undefined {
    if (identifier === undefined || identifier === '') return 'It has no identifier.'
    if (type === undefined) return 'It has no xsi:type.'
    return this.#seen.has(identifier) ? 'Its identifier is that of something further up in the file.' : undefined
  }

  #relationship(node: XmlNode): Relationship | undefined {
    const concept = this.#concept(node)
    if (concept === undefined) return undefined
    const { attributes } = node
    return {
      ...concept,
      source: attributes.get('source') ?? '',
      target: attributes.get('target') ?? '',
      // The first draft of the format, which some tools still write, calls them otherwise.
      access: attributes.get('accessType') ?? attributes.get('accessDirection'),
      modifier: attributes.get('modifier') ?? attributes.get('strength'),
    }
  }

  #view(node: XmlNode): View | undefined {
    const concept = this.#concept(node, 'view')
    return concept === undefined
      ? undefined
      : { ...concept, shows: new Set(shownIn(node).filter((shown) => shown !== '')) }
  }

  #property(node: XmlNode): Property {
    const reference = node.attributes.get('propertyDefinitionRef') ?? ''
    return { name: this.#definitions.get(reference) ?? reference, values: texts(node, 'value') }
  }
}

const named = (node: XmlNode, name: string): XmlNode[] => node.children.filter((child) => child.name === name)

const within = (node: XmlNode, list: string, name: string): XmlNode[] =>
  named(node, list).flatMap((each) => named(each, name))

/** Documentation and values keep their lines; control characters, which no field takes, become spaces. */
const texts = (node: XmlNode, name: string): LanguageText[] =>
  named(node, name).map((each) => {
    const clean = each.text.replace(/\r\n?/g, '\n').replace(/[^\P{Cc}\n\t]|[\u2028\u2029]/gu, ' ')
    const keepsLines = name === 'documentation' || name === 'value'
    const text = keepsLines ? clean.replace(/^(\s*\n)+|\s+$/g, '') : clean.replace(/\s*[\n\t]\s*/g, ' ').trim()
    return { text, language: each.attributes.get('lang') }
  })

const shownIn = (node: XmlNode): string[] =>
  named(node, 'node').flatMap((each) => [each.attributes.get('elementRef') ?? '', ...shownIn(each)])

function foldersIn(node: XmlNode, path: readonly string[]): [string, readonly string[]][] {
  return named(node, 'item').flatMap((item): [string, readonly string[]][] => {
    const reference = item.attributes.get('identifierRef')
    if (reference !== undefined) return [[reference, path]]
    return foldersIn(
      item,
      [...path, texts(item, 'label')[0]?.text ?? ''].filter((label) => label !== ''),
    )
  })
}
