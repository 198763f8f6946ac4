import type { Attribute, Kind, Model } from '../../catalogue/model.ts'
import { heldBy } from '../../catalogue/kind-document.ts'

/**
 * The columns that tell items of the product's own kinds apart, beside name, summary and owner: a table has these unless its
 * reader chooses others. A field that nobody fills in, or that says the same of all, is left out.
 */
const telling: Readonly<Record<string, readonly string[]>> = {
  ValueStream: ['perspective', 'starts', 'serves'],
  Step: ['activity', 'practices', 'leadTime'],
  Service: ['lifecycle', 'consumers'],
  Product: ['lifecycle', 'resources'],
  Stakeholder: ['form'],
  Metric: ['target', 'unit', 'direction'],
  Activity: ['skills', 'steps'],
  Practice: ['group'],
  Improvement: ['status', 'priority', 'due'],
  GuidingPrinciple: ['appliedIn'],
  GoverningBody: ['meets'],
  Policy: ['form', 'issuedBy', 'inForceUntil'],
  Decision: ['status', 'decidedOn', 'expires'],
  Team: ['partOf', 'contact'],
  Role: ['teams'],
  Skill: ['category', 'teams'],
  Application: ['form', 'lifecycle', 'maker'],
  Information: ['form', 'classification'],
  Procedure: ['practice'],
  Supplier: ['relationship', 'category', 'contracts'],
  Contract: ['suppliers', 'form', 'end'],
  Concept: ['partOf'],
}

/** So many columns a kind has that a catalogue adds. */
const most = 3
const short = new Set(['String', 'Int', 'Float', 'Percent', 'Date', 'Duration', 'Period', 'Money'])

/** Fields that a kind's table shows by itself: for kinds that a catalogue adds, short ones in the model's order. */
export function tellingColumns(kind: Kind, model: Model): readonly string[] {
  const known = telling[kind.name]
  if (known !== undefined) return known
  const relations = heldBy(kind, model).filter(({ list, required }) => required && !list)
  const words = kind.attributes.filter((each) => !each.list && each.category === 'ENUM')
  const scalars = kind.attributes.filter((each) => isShort(each) && !everyItems.has(each.name))
  return [...relations.map(({ field }) => field), ...[...words, ...scalars].map(({ name }) => name)].slice(0, most)
}

const isShort = ({ list, type }: Attribute): boolean => !list && short.has(type)
/** What every item has stands in a place of its own, or isn't looked for first. */
const everyItems = new Set(['id', 'name', 'summary', 'reviewBy'])
