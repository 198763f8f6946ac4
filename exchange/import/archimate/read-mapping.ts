import { isMap, isScalar, isSeq, LineCounter, parseDocument } from 'yaml'
import type { Node, Pair, YAMLMap } from 'yaml'
import { suggest } from '../../../graph/catalogue/suggest.ts'
import type { Model } from '../../../graph/model/model.ts'
import type { FileValue } from '../imported.ts'
import { ImportError } from '../imported.ts'
import { elementTypes } from './element-types.ts'
import { noMapping } from './mapping.ts'
import type { Condition, Mapping, TypeRule } from './mapping.ts'

/**
 * Reads a mapping file:
 *
 * ```yaml
 * types:
 *   BusinessActor:
 *     - { kind: supplier, when: { property: External, is: 'true' } }
 *     - { kind: team }
 *   Capability: { kind: practice, fields: { group: GENERAL_MANAGEMENT } }
 *   ApplicationService: none
 *   Plateau: tag
 * properties: { Vendor: maker, Internal remark: none }
 * views: tags # or none
 * folders: none # or tags
 * ```
 *
 * @throws ImportError with all that is wrong in it, each as `file:line`.
 */
export function readMapping(text: string, file: string, model: Model): Mapping {
  return new MappingReader(file, model).read(text)
}

const conditions = ['property', 'is', 'specialization', 'view', 'folder', 'name']

class MappingReader {
  readonly #file: string
  readonly #model: Model
  readonly #lines = new LineCounter()
  readonly #problems: { readonly line: number; readonly message: string }[] = []

  constructor(file: string, model: Model) {
    this.#file = file
    this.#model = model
  }

  read(text: string): Mapping {
    const document = parseDocument(text, { lineCounter: this.#lines })
    for (const { pos, message } of document.errors) this.#problem(pos[0], message.replace(/ at line [\s\S]*/, '.'))
    const root = document.contents
    if (document.errors.length === 0 && root !== null && !isMap(root)) this.#problem(0, 'A mapping file has fields.')
    const said = this.#fields(root, ['types', 'properties', 'views', 'folders'])
    const types = [...this.#fields(said.get('types'), Object.keys(elementTypes), 'element type')].map(
      ([type, node]): [string, TypeRule[]] => [type, this.#rules(node)],
    )
    const properties = [...this.#fields(said.get('properties'))].map(([name, node]): [string, string] => [
      name,
      this.#field(node),
    ])
    const mapping = {
      types: new Map(types),
      properties: new Map(properties),
      views: this.#tags(said.get('views'), noMapping.views),
      folders: this.#tags(said.get('folders'), noMapping.folders),
    }
    if (this.#problems.length > 0) {
      const sorted = this.#problems.toSorted((a, b) => a.line - b.line)
      throw new ImportError(sorted.map(({ line, message }) => `${this.#file}:${line} ${message}`).join('\n'))
    }
    return mapping
  }

  #rules(node: Node): TypeRule[] {
    return isSeq(node) ? node.items.flatMap((each) => this.#rule(each as Node)) : this.#rule(node)
  }

  #rule(node: Node): TypeRule[] {
    if (isScalar(node)) {
      const word = String(node.value)
      if (word === 'tag' || word === 'none') return [{ when: undefined, target: word }]
      const kind = this.#kind(node)
      return kind === undefined ? [] : [{ when: undefined, target: { kind, fields: {} } }]
    }
    const said = this.#fields(node, ['kind', 'when', 'fields'])
    const kind = said.get('kind')
    if (kind === undefined) {
      this.#problem(node, 'Say which kind: "kind: application", or "tag" or "none".')
      return []
    }
    const when = said.has('when') ? this.#condition(said.get('when')) : undefined
    const [rule] = isMap(kind) || isSeq(kind) ? [] : this.#rule(kind)
    if (rule === undefined || typeof rule.target === 'string') return rule === undefined ? [] : [{ ...rule, when }]
    const name = rule.target.kind
    const fields = [...this.#fields(said.get('fields'), this.#fieldsOf(name), `field in ${name}`)]
    const values = fields.map(([field, value]) => [field, value.toJSON() as FileValue])
    return [{ when, target: { kind: name, fields: Object.fromEntries(values) as Record<string, FileValue> } }]
  }

  #condition(node: Node | undefined): Condition {
    const said = [...this.#fields(node, conditions)]
    if (said.length === 0) this.#problem(node, `Say when: ${conditions.join(', ')}.`)
    if (said.some(([name]) => name === 'is') && !said.some(([name]) => name === 'property')) {
      this.#problem(node, '"is" says what value a property has: name it in "property".')
    }
    return Object.fromEntries(said.map(([name, value]) => [name, String(isScalar(value) ? value.value : value)]))
  }

  #kind(node: Node): string | undefined {
    const word = String(isScalar(node) ? node.value : node)
    const kinds = [...this.#model.kinds.values()].filter(({ inside }) => inside === undefined)
    const kind = kinds.find(({ name, idPrefix }) => name === word || idPrefix === word)
    if (kind === undefined) {
      const prefixes = kinds.map(({ idPrefix }) => idPrefix)
      this.#problem(
        node,
        `There is no kind "${word}". ${suggest(word, prefixes) ?? `Kinds are ${prefixes.join(', ')}.`}`,
      )
    }
    return kind?.name
  }

  #field(node: Node): string {
    const field = String(isScalar(node) ? node.value : node)
    const fields = [...new Set([...this.#model.kinds.keys()].flatMap((kind) => this.#fieldsOf(kind)))]
    if (field !== 'none' && !fields.includes(field)) {
      this.#problem(
        node,
        `No kind has the field "${field}". ${suggest(field, fields) ?? 'Write none to leave it out.'}`,
      )
    }
    return field
  }

  #fieldsOf(name: string): string[] {
    const kind = this.#model.kinds.get(name)
    const attributes = kind?.attributes.filter(({ derived }) => !derived).map((each) => each.name) ?? []
    return [...attributes, ...(kind?.written.map(({ field }) => field) ?? [])]
  }

  #tags(node: Node | undefined, otherwise: boolean): boolean {
    if (node === undefined) return otherwise
    const word = isScalar(node) ? node.value : undefined
    if (word !== 'tags' && word !== 'none') this.#problem(node, 'Write tags or none.')
    return word === 'tags'
  }

  #fields(node: Node | null | undefined, names?: readonly string[], what = 'field'): Map<string, Node> {
    if (!isMap(node)) {
      if (node != null && !(isScalar(node) && node.value === null))
        this.#problem(node, 'This takes fields: "name: value".')
      return new Map()
    }
    const fields = (node as YAMLMap<Node, Node | null>).items.map(({ key, value }: Pair<Node, Node | null>) => {
      const name = String(isScalar(key) ? key.value : key)
      if (names !== undefined && !names.includes(name)) {
        this.#problem(key, `There is no ${what} "${name}". ${suggest(name, names) ?? `There is ${names.join(', ')}.`}`)
      }
      if (value === null || (isScalar(value) && value.value === null)) this.#problem(key, `"${name}" is empty.`)
      return [name, value] as const
    })
    return new Map(fields.flatMap(([name, value]) => (value === null ? [] : [[name, value] as const])))
  }

  #problem(at: Node | number | undefined, message: string): void {
    const offset = typeof at === 'number' ? at : (at?.range?.[0] ?? 0)
    this.#problems.push({ line: Math.max(this.#lines.linePos(offset).line, 1), message })
  }
}
