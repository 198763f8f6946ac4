import type { Answer } from '../catalogue/read-streams.ts'
import { linksTo } from './item-link.ts'
import type { PageContext } from './page-context.ts'
import type { Cell, Column, Table } from './section.ts'

/** A table of an answer, and what it has how many of: "3 skills". */
export interface AnswerTable {
  readonly table: Table
  readonly counts: readonly string[]
}

/** The answer that lists this. */
export type AnswerWith<Key extends string> = Extract<Answer, Readonly<Record<Key, unknown>>>

/** The item that a row is about. */
export const nameCell = ({ catalogue }: PageContext, named: { readonly id: string }): Cell => ({
  strong: true,
  links: linksTo(catalogue, [named]),
})

/** A step. */
export const stepCell = ({ catalogue }: PageContext, named: { readonly id: string }): Cell => ({
  links: linksTo(catalogue, [named]),
})

/** A table from its cells. */
export function tableOf(label: string, columns: readonly Column[], rows: readonly (readonly Cell[])[]): Table {
  return { label, columns, rows: rows.map((cells) => ({ cells })) }
}
