import { governedBy } from './governance-facts.ts'
import type { DecisionFacts, GovernanceFacts, PolicyFacts, TraceRow } from './governance-facts.ts'
import type { IndexedSnapshot } from './index-snapshot.ts'
import { dependentsAlong, kindOf, nameOf, neededAlong } from './neighbours.ts'
import { listed } from './listed.ts'

/** Something that governance leaves open, in plain words. */
export interface GovernanceGap {
  /** Id of the policy, decision, practice, step or resource that it is about. */
  readonly about: string
  readonly message: string
}

/** Decisions that still allow something. */
const allowing = new Set(['APPROVED', 'PILOT', 'EXCEPTION', 'SUNSETTING'])

/**
 * What is missing on the way from some policies, decisions and principles to suppliers.
 * @param rows the ways.
 */
export function governanceGaps(
  index: IndexedSnapshot,
  facts: GovernanceFacts,
  governors: readonly string[],
  rows: readonly TraceRow[],
): GovernanceGap[] {
  const asked = new Set(governors)
  const equipped = new Set(rows.filter(leansOnSomething).flatMap(({ step }) => step ?? []))
  const gaps = [
    ...facts.policies.filter(({ id }) => asked.has(id)).flatMap((policy) => ofPolicy(index, facts, policy, rows)),
    ...facts.decisions.filter(({ id }) => asked.has(id)).flatMap((decision) => ofDecision(index, facts, decision)),
    ...once(rows.map(({ governed }) => governed)).flatMap((id) => ofPractice(index, id)),
    ...once(rows.flatMap(({ step }) => step ?? []))
      .filter((step) => !equipped.has(step))
      .flatMap((id) => ofBareStep(index, id)),
    ...once(rows.flatMap(({ resource }) => resource ?? [])).flatMap((id) => ofResource(index, facts, id)),
  ]
  return [...new Map(gaps.map((gap) => [`${gap.about} ${gap.message}`, gap])).values()]
}

const leansOnSomething = ({ resource, contract, supplier }: TraceRow): boolean =>
  (resource ?? contract ?? supplier) !== undefined

const once = (ids: readonly string[]): string[] => [...new Set(ids)]

/** One that isn't in force, and one that governs only what comes to no work. One that governs nothing by name is fine. */
function ofPolicy(
  index: IndexedSnapshot,
  facts: GovernanceFacts,
  { id, inForceFrom, inForceUntil }: PolicyFacts,
  rows: readonly TraceRow[],
): GovernanceGap[] {
  const name = nameOf(index, id)
  const own = rows.filter(({ governor }) => governor === id)
  const isIdle = own.length > 0 && !own.some((row) => row.step !== undefined || leansOnSomething(row))
  const messages = [
    ...(inForceUntil !== null && inForceUntil < facts.today
      ? [`Policy "${name}" was in force only until ${inForceUntil}.`]
      : []),
    ...(inForceFrom !== null && inForceFrom > facts.today
      ? [`Policy "${name}" is in force only from ${inForceFrom}.`]
      : []),
    ...(isIdle ? [`Policy "${name}" reaches no work: no step and no resource is behind what it governs.`] : []),
  ]
  return messages.map((message) => ({ about: id, message }))
}

/** One that has expired, with none in its place, while what it decides on is in use. */
function ofDecision(
  index: IndexedSnapshot,
  facts: GovernanceFacts,
  { id, status, expires, isSuperseded }: DecisionFacts,
): GovernanceGap[] {
  if (expires === null || expires >= facts.today || isSuperseded || !allowing.has(status)) return []
  const inUse = governedBy(index, facts, id).filter((about) => isInUse(index, about))
  if (inUse.length === 0) return []
  const names = listed(inUse.map((about) => `"${nameOf(index, about)}"`))
  const verb = inUse.length === 1 ? 'is' : 'are'
  const message = `Decision "${nameOf(index, id)}" expired on ${expires}, and ${names} ${verb} in use.`
  return [{ about: id, message }]
}

/** Streams and services are there to be used; anything else is in use where something needs it. */
function isInUse(index: IndexedSnapshot, id: string): boolean {
  const needs = index.neededBy.of(index.numbers.get(id) ?? -1)
  const kind = kindOf(index, id)
  return (
    kind === 'ValueStream' || kind === 'Service' || needs.some((need) => index.needs.at(need).criticality !== undefined)
  )
}

/** A governed practice that works in no stream. */
function ofPractice(index: IndexedSnapshot, id: string): GovernanceGap[] {
  if (kindOf(index, id) !== 'Practice' || dependentsAlong(index, id, 'WORKED_BY').length > 0) return []
  return [{ about: id, message: `Practice "${nameOf(index, id)}" is governed, but feeds no value stream.` }]
}

/** A step that is done with nothing and by nobody. */
function ofBareStep(index: IndexedSnapshot, id: string): GovernanceGap[] {
  const [stream = ''] = dependentsAlong(index, id, 'HAS_STEP')
  const message = `Step "${nameOf(index, id)}" of "${nameOf(index, stream)}" has no resources: no people, information, tools or contracts.`
  return [{ about: id, message }]
}

/** A resource that somebody makes and no contract covers. */
function ofResource(index: IndexedSnapshot, { makers }: GovernanceFacts, id: string): GovernanceGap[] {
  const maker = makers.get(id)
  if (maker === undefined || neededAlong(index, id, 'COVERS').length > 0) return []
  const message = `"${nameOf(index, id)}" is made by "${nameOf(index, maker)}", but no contract covers it.`
  return [{ about: id, message }]
}
