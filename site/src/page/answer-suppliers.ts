import { counted } from '../words/labels.ts'
import { longDay } from '../words/values.ts'
import { nameCell, tableOf } from './answer-cells.ts'
import type { AnswerTable, AnswerWith } from './answer-cells.ts'
import { linksTo } from './item-link.ts'
import type { PageContext } from './page-context.ts'
import type { Cell } from './section.ts'

/** The contracts that a stream relies on: until when, and until when notice can be given. */
export function contracts(context: PageContext, { contracts: all }: AnswerWith<'contracts'>): AnswerTable {
  const rows = all.map(({ contract, steps, end, daysLeft, noticeBy, renewsItself }): Cell[] => [
    nameCell(context, contract),
    { links: linksTo(context.catalogue, steps) },
    end === null || daysLeft === null ? { sub: 'no end' } : { text: longDay(end), ...daysCell(daysLeft), sort: end },
    {
      ...(noticeBy === null ? {} : { text: longDay(noticeBy) }),
      ...(noticeBy === null || noticeBy >= context.today ? {} : { badges: [{ text: 'passed', tone: 'warn' }] }),
      ...(renewsItself === null ? {} : { sub: renewsItself ? 'renews itself' : 'doesn’t renew itself' }),
    },
  ])
  const columns = [{ title: 'Contract' }, { title: 'Steps that rely on it' }, { title: 'Ends' }, { title: 'Notice by' }]
  return { table: tableOf('Contracts', columns, rows), counts: [{ count: all.length, one: 'contract' }] }
}

const daysCell = (daysLeft: number): Cell =>
  daysLeft < 0
    ? { badges: [{ text: 'ended', tone: 'warn' }] }
    : { sub: daysLeft === 0 ? 'the last day' : `${counted(daysLeft, 'day')} left` }

/** The suppliers whom a stream depends on: by which contracts, and for what they do themselves. */
export function suppliers(context: PageContext, { suppliers: all }: AnswerWith<'suppliers'>): AnswerTable {
  const rows = all.map(({ supplier, contracts: by, performs }): Cell[] => [
    nameCell(context, supplier),
    { links: linksTo(context.catalogue, by) },
    { links: linksTo(context.catalogue, performs) },
  ])
  const columns = [{ title: 'Supplier' }, { title: 'Contracts' }, { title: 'Steps that it does itself', wide: true }]
  return { table: tableOf('Suppliers', columns, rows), counts: [{ count: all.length, one: 'supplier' }] }
}
