import { accountableKinds } from '../accountable-kinds.ts'
import type { Kind, Model } from '../../model/model.ts'

/** Something that items of a kind should say. What the model requires isn't among it: nothing is loaded without that. */
export interface Expectation {
  /** Fields as files write them, or as the API names them at the other end of a relation. One of them is enough; the first names all. */
  readonly fields: readonly [string, ...string[]]
  /** 3: without it the item is of little use. 2: its kind lives from it. 1: it is good to have. */
  readonly weight: 1 | 2 | 3
  /** What is the matter without it. */
  readonly reason: string
  /** Only of items whose field says this; without `is`: says anything. */
  readonly when?: { readonly field: string; readonly is?: string }
  /** Not of items whose field says this. */
  readonly unless?: { readonly field: string; readonly is: string }
}

const summary: Expectation = { fields: ['summary'], weight: 2, reason: 'Lists and search don’t say what it is.' }
const owner: Expectation = { fields: ['owner'], weight: 3, reason: 'Nobody is accountable for it.' }
const review: Expectation = { fields: ['reviewBy'], weight: 1, reason: 'Nobody looks at it again by a certain day.' }
const contact: Expectation = { fields: ['contact'], weight: 2, reason: 'Nobody knows how to reach them.' }

const proposed = { field: 'status', is: 'PROPOSED' }

/** What items of each kind should say besides summary, owner and review: the weighting, all of it. */
export const expectationsOfKinds: Readonly<Record<string, readonly Expectation[]>> = {
  Concept: [],
  GuidingPrinciple: [],
  GoverningBody: [
    { fields: ['members'], weight: 2, reason: 'Nobody knows who sits on it.' },
    { fields: ['directs', 'evaluates', 'monitors', 'issues'], weight: 2, reason: 'It says nothing that it governs.' },
    { fields: ['meets'], weight: 1, reason: 'Nobody knows when it meets.' },
  ],
  Policy: [
    { fields: ['issuedBy'], weight: 2, reason: 'Nobody stands behind it.' },
    { fields: ['inForceFrom'], weight: 1, reason: 'Nobody knows since when it holds.' },
  ],
  Decision: [
    { fields: ['takenBy'], weight: 3, reason: 'Nobody knows who took it.', unless: proposed },
    { fields: ['decidedOn'], weight: 2, reason: 'Nobody knows when it was taken.', unless: proposed },
  ],
  Activity: [],
  Practice: [
    { fields: ['purpose'], weight: 2, reason: 'It doesn’t say what it is there for.' },
    { fields: ['works'], weight: 3, reason: 'It works no step, and so feeds no value stream.' },
    { fields: ['resources', 'procedures'], weight: 2, reason: 'It says nothing that it is made of.' },
  ],
  Improvement: [
    { fields: ['benefit'], weight: 2, reason: 'It doesn’t say what will be better.' },
    { fields: ['raisedBy'], weight: 1, reason: 'Nobody knows whom to ask about it.' },
    { fields: ['priority', 'due'], weight: 1, reason: 'It says neither how soon nor until when.' },
  ],
  Team: [contact, { fields: ['skills', 'roles'], weight: 1, reason: 'It says nothing that its people can do.' }],
  Role: [{ fields: ['teams'], weight: 2, reason: 'No team has it.' }],
  Skill: [{ fields: ['teams'], weight: 3, reason: 'No team holds it.' }],
  Application: [
    { fields: ['needs'], weight: 2, reason: 'Nobody sees what takes it down. Write "needs: []" if nothing does.' },
    { fields: ['coveredBy', 'maker'], weight: 1, reason: 'Neither a contract nor a maker stands behind it.' },
    { fields: ['neededBy', 'products', 'steps', 'usedBy'], weight: 2, reason: 'Nothing in the catalogue uses it.' },
  ],
  Information: [
    { fields: ['classification'], weight: 2, reason: 'Nobody knows how well it must be guarded.' },
    { fields: ['heldIn'], weight: 2, reason: 'Nobody knows where it is kept.' },
    { fields: ['form'], weight: 1, reason: 'It doesn’t say what sort of information it is.' },
  ],
  Procedure: [
    { fields: ['activities', 'body'], weight: 2, reason: 'It doesn’t say what is to be done.' },
    { fields: ['followedIn'], weight: 1, reason: 'No step follows it.' },
  ],
  Supplier: [
    { fields: ['contracts', 'makes', 'subsidiaries'], weight: 3, reason: 'It holds no contract.' },
    contact,
    { fields: ['category'], weight: 2, reason: 'It doesn’t say how much depends on it.' },
    { ...owner, weight: 2, reason: 'Nobody manages it.' },
  ],
  Contract: [
    { fields: ['covers', 'steps', 'usedBy', 'neededBy'], weight: 3, reason: 'Nobody sees what it keeps going.' },
    {
      fields: ['end', 'renewsItself'],
      weight: 2,
      reason: 'It says neither when it ends nor whether it renews itself.',
    },
    {
      fields: ['noticePeriod'],
      weight: 2,
      reason: 'Nobody knows until when notice can be given.',
      when: { field: 'end' },
    },
    { fields: ['number'], weight: 1, reason: 'Nobody finds it in the supplier’s letters.' },
    { fields: ['start'], weight: 1, reason: 'Nobody knows since when it holds.' },
    { fields: ['value'], weight: 1, reason: 'Nobody sees what it costs.' },
  ],
  ValueStream: [
    { fields: ['serves'], weight: 2, reason: 'It serves no service.' },
    { fields: ['broughtBy'], weight: 2, reason: 'It doesn’t say who sets it off.' },
    { fields: ['metrics'], weight: 2, reason: 'Nothing measures whether it works as it should.' },
    {
      fields: ['mapped'],
      weight: 2,
      reason: 'Nobody knows when and how it was observed.',
      when: { field: 'perspective', is: 'AS_IS' },
    },
  ],
  Step: [
    { fields: ['performedBy'], weight: 2, reason: 'It doesn’t say who does it.' },
    { fields: ['leadTime'], weight: 2, reason: 'Its stream’s time isn’t known without its own.' },
    { fields: ['processTime'], weight: 1, reason: 'Nobody sees how much of its time is work.' },
    { fields: ['tools'], weight: 1, reason: 'It doesn’t say what it is done with. Write "tools: []" if nothing is.' },
    {
      fields: ['information'],
      weight: 1,
      reason: 'It doesn’t say what must be known. Write "information: []" if nothing must.',
    },
  ],
  Service: [
    { fields: ['products', 'needs', 'parts'], weight: 3, reason: 'Nobody sees what takes it down.' },
    { fields: ['consumers'], weight: 2, reason: 'Nobody knows who uses it.' },
    { fields: ['streams'], weight: 2, reason: 'No value stream serves it.' },
    { fields: ['serviceLevels'], weight: 1, reason: 'It promises no level.' },
  ],
  Product: [
    { fields: ['resources', 'needs'], weight: 3, reason: 'Nobody sees what takes it down.' },
    { fields: ['services'], weight: 2, reason: 'No service is based on it.' },
  ],
  Stakeholder: [],
  Metric: [
    { fields: ['measures', 'promisedBy', 'agreedIn', 'shows'], weight: 3, reason: 'It measures nothing.' },
    { fields: ['target'], weight: 2, reason: 'Nobody knows what it should be.' },
  ],
}

/**
 * What items of a kind should say. A kind that a catalogue adds should say everything of its own that has no default: its
 * model says what matters.
 */
export function expectationsOf(kind: Kind, model: Model): readonly Expectation[] {
  const own = expectationsOfKinds[kind.name] ?? ownFields(kind, model)
  const accountable = accountableKinds.has(kind.name) ? [owner, review] : []
  return [...(kind.inside === undefined ? [summary] : []), ...accountable, ...own]
}

function ownFields(kind: Kind, model: Model): Expectation[] {
  const shared = new Set(
    kind.interfaces.flatMap((name) => {
      const { attributes = [], relations = [] } = model.interfaces.get(name) ?? {}
      return [...attributes.map((each) => each.name), ...relations.map((each) => each.field)]
    }),
  )
  const attributes = kind.attributes.filter((each) => !each.required && !each.derived && each.default === undefined)
  const fields = [
    ...attributes.map(({ name, description }) => ({ name, description })),
    ...kind.relations.filter((each) => !each.required).map(({ field, description }) => ({ name: field, description })),
  ]
  return fields
    .filter(({ name }) => !shared.has(name))
    .map(({ name, description }) => ({ fields: [name], weight: 1, reason: `It doesn’t say: ${description}` }))
}
