import { daysBefore, daysBetween } from '../../catalogue/days.ts'
import type { Gap, SuppliersAnswer } from '../stream-answers.ts'
import type { ContractFacts, Named, StreamFacts } from '../stream-facts.ts'
import { answerHead, counted, grouped, named } from './answer-head.ts'

/**
 * 5. What supplier contracts and relationships are needed?
 *
 * Answered by relations where any step relies on a contract. Contracts past their end or past their notice date are gaps,
 * and so are suppliers who do a step without a contract that any step relies on.
 */
export function suppliers(facts: StreamFacts): SuppliersAnswer {
  const reliances = facts.steps.flatMap((step) => step.contracts.map((contract) => [contract, step] as const))
  const contracts = grouped(reliances).map(({ item, entries }) => {
    const contract = reliances.find(([each]) => each.id === item.id)?.[0] ?? { ...item, suppliers: [] }
    return { ...contract, steps: entries.map(named), ...datesOf(contract, facts.today) }
  })
  const performs = facts.steps.flatMap((step) => step.performedBySuppliers.map((supplier) => [supplier, step] as const))
  const relations = [
    ...contracts.flatMap((contract) =>
      contract.suppliers.map((supplier): readonly [Named, { contract?: Named; step?: Named }] => [
        supplier,
        { contract: named(contract) },
      ]),
    ),
    ...performs.map(([supplier, step]): readonly [Named, { contract?: Named; step?: Named }] => [
      supplier,
      { step: named(step) },
    ]),
  ]
  const related = grouped(relations).map(({ item, entries }) => ({
    supplier: item,
    contracts: entries.flatMap((entry) => entry.contract ?? []),
    performs: entries.flatMap((entry) => entry.step ?? []),
  }))
  const gaps: Gap[] = [
    ...contracts.flatMap((contract) => expiryOf(contract, contract.noticeBy, facts.today)),
    ...related
      .filter((each) => each.contracts.length === 0)
      .map(({ supplier }) => ({
        about: supplier,
        message: `"${supplier.name}" does work in this stream, but no step relies on a contract with it.`,
      })),
  ]
  const found = `${counted(contracts.length, 'contract')} with ${counted(related.length, 'supplier')}.`
  return {
    ...answerHead(facts, 'SUPPLIERS', contracts.length > 0, related.length > 0 ? found : undefined, gaps),
    contracts,
    suppliers: related,
  }
}

function datesOf(
  { end, noticePeriod }: ContractFacts,
  today: string,
): { daysLeft: number | undefined; noticeBy: string | undefined } {
  if (end === undefined) return { daysLeft: undefined, noticeBy: undefined }
  return { daysLeft: daysBetween(today, end), noticeBy: daysBefore(end, noticePeriod ?? 'P0D') }
}

function expiryOf(contract: ContractFacts, noticeBy: string | undefined, today: string): Gap[] {
  if (contract.end === undefined || noticeBy === undefined) return []
  if (contract.end < today) {
    return [{ about: named(contract), message: `Contract "${contract.name}" ended on ${contract.end}.` }]
  }
  if (noticeBy >= today) return []
  const after = contract.renewsItself === true ? ', and it renews itself' : ''
  const message = `Contract "${contract.name}" ends on ${contract.end}; notice could be given until ${noticeBy}${after}.`
  return [{ about: named(contract), message }]
}
