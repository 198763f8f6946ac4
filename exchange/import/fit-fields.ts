import { isMap, isSeq } from 'yaml'
import type { YAMLMap } from 'yaml'
import { endOf } from '../../authoring/lines.ts'
import { fileText } from '../../authoring/yaml-text.ts'
import type { Finding, Place } from '../../graph/catalogue/finding.ts'
import { parseFile } from '../../graph/catalogue/parse-file.ts'
import { readItem } from '../../graph/catalogue/read-item.ts'
import { Report } from '../../graph/catalogue/report.ts'
import type { Kind, Model } from '../../graph/model/model.ts'
import { kindOf } from '../../graph/model/model.ts'
import { cutAt, namedPart, valueAt } from './cut.ts'
import type { Path } from './cut.ts'
import { excerpt } from './excerpt.ts'
import { leftOutWhole } from './left-out-whole.ts'
import type { FileValue, ImportedItem, LeftOut } from './imported.ts'

/** Largest text of an item that the catalogue reads: 5 MiB. */
const largest = 5 * 1024 * 1024

/** What is left of an item's fields; undefined: nothing can be. */
export interface FittedFields {
  readonly fields: Readonly<Record<string, FileValue>> | undefined
  readonly leftOut: readonly LeftOut[]
}

/**
 * An item's fields as far as the catalogue would read them without an error: its own reader says so, with its messages and
 * hints. What it refuses is left out, the smallest part that will do.
 */
export function fitFields(item: ImportedItem, model: Model, system: string): FittedFields {
  const leftOut: LeftOut[] = []
  const name = item.id.slice(item.id.indexOf('/') + 1)
  const place: Place = { layer: '', path: `${name}.yaml`, file: `${name}.yaml`, line: 1, column: 1 }
  let fields = item.fields
  for (;;) {
    const text = fileText(new Map(Object.entries(fields)))
    if (text.length > largest) return none(item, { message: 'It is larger than 5 MiB.' })
    const report = new Report()
    readItem({ kind: item.kind, place, system }, model, report, text)
    const errors = report.findings.filter((each) => each.severity === 'error')
    const [first] = errors
    if (first === undefined) return { fields, leftOut }
    const map = parseFile(place, new Report(), text)?.map
    if (map === undefined) return none(item, first)
    const lines = lineOffsets(text)
    const cuts = new Map<string, { readonly path: Path; readonly finding: Finding }>()
    for (const finding of errors) {
      const offset = (lines[finding.place.line - 1] ?? 0) + finding.place.column - 1
      const path = pathAt(map, item.kind, offset, { model, text, required: finding.rule === 'required' })
      if (path.length === 0) return none(item, finding)
      if (!cuts.has(path.join(' '))) cuts.set(path.join(' '), { path, finding })
    }
    for (const { path, finding } of cuts.values()) {
      leftOut.push({
        record: item.record,
        part: namedPart(path),
        text: excerpt(valueAt(fields, path)),
        reason: finding.message,
        ...(finding.hint === undefined ? {} : { hint: finding.hint }),
      })
    }
    fields = cutAt(
      fields,
      [...cuts.values()].map(({ path }) => path),
    )
  }
}

function none(item: ImportedItem, why: { readonly message: string; readonly hint?: string }): FittedFields {
  return { fields: undefined, leftOut: leftOutWhole(item, why.message, why.hint) }
}

interface Looking {
  readonly model: Model
  readonly text: string
  /** The finding is about a mapping that misses something: all of it goes. */
  readonly required: boolean
}

/** The smallest part of an item that a finding at this offset takes with it. */
function pathAt(map: YAMLMap, kind: Kind, offset: number, looking: Looking): Path {
  const pair = map.items.find((each) => offset >= startOf(each.key) && offset <= endOf(each, looking.text))
  const field = String((pair?.key as { value?: unknown } | undefined)?.value ?? '')
  if (pair === undefined) return []
  const relation = kind.written.find((each) => each.field === field)
  const index = isSeq(pair.value)
    ? pair.value.items.findIndex((each) => offset >= startOf(each) && offset <= endOf(each, looking.text))
    : -1
  const path: Path = index === -1 ? [field] : [field, index]
  const entry: unknown = isSeq(pair.value) ? pair.value.items[index] : pair.value
  if (relation === undefined || !isMap(entry) || (offset === startOf(entry) && looking.required)) return path
  const within = relation.inside ? kindOf(looking.model, relation.targets[0] ?? '') : undefined
  const inner = within === undefined ? keyAt(entry, offset, looking.text) : pathAt(entry, within, offset, looking)
  const [key] = inner
  return key === undefined || key === 'to' || key === 'id' ? path : [...path, ...inner]
}

function keyAt(map: YAMLMap, offset: number, text: string): Path {
  const pair = map.items.find((each) => offset >= startOf(each.key) && offset <= endOf(each, text))
  return pair === undefined ? [] : [String((pair.key as { value?: unknown }).value)]
}

const startOf = (node: unknown): number => (node as { range?: readonly number[] } | null)?.range?.[0] ?? 0

function lineOffsets(text: string): number[] {
  const offsets = [0]
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) offsets.push(at + 1)
  return offsets
}
