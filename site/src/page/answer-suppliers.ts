import { messages } from '../messages/messages.ts'
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
    end === null || daysLeft === null
      ? { sub: messages.answers.noEnd }
      : { text: longDay(end), ...daysCell(daysLeft), sort: end },
    {
      ...(noticeBy === null ? {} : { text: longDay(noticeBy) }),
      ...(noticeBy === null || noticeBy >= context.today
        ? {}
        : { badges: [{ text: messages.words.passed, tone: 'warn' }] }),
      ...(renewsItself === null
        ? {}
        : { sub: renewsItself ? messages.answers.renewsItself : messages.answers.endsForGood }),
    },
  ])
  const columns = [
    messages.words.contract,
    messages.answers.reliedOnBy,
    messages.answers.ends,
    messages.answers.noticeBy,
  ]
  return {
    table: tableOf(
      messages.words.contracts,
      columns.map((title) => ({ title })),
      rows,
    ),
    counts: [messages.counted.contracts(all.length)],
  }
}

const daysCell = (daysLeft: number): Cell =>
  daysLeft < 0
    ? { badges: [{ text: messages.answers.ended, tone: 'warn' }] }
    : { sub: daysLeft === 0 ? messages.answers.lastDay : messages.answers.daysLeft(daysLeft) }

/** The suppliers whom a stream depends on: by which contracts, and for what they do themselves. */
export function suppliers(context: PageContext, { suppliers: all }: AnswerWith<'suppliers'>): AnswerTable {
  const rows = all.map(({ supplier, contracts: by, performs }): Cell[] => [
    nameCell(context, supplier),
    { links: linksTo(context.catalogue, by) },
    { links: linksTo(context.catalogue, performs) },
  ])
  const columns = [
    { title: messages.words.supplier },
    { title: messages.words.contracts },
    { title: messages.answers.doesItself, wide: true },
  ]
  return { table: tableOf(messages.words.suppliers, columns, rows), counts: [messages.counted.suppliers(all.length)] }
}
