import type { Catalogue } from '../../catalogue/catalogue.ts'
import type { Kind } from '../../catalogue/model.ts'
import { ListRows } from '../../kind-list/list-rows.ts'
import type { ListColumn, ListFile } from '../../kind-list/list-file.ts'
import { wholeList } from '../../kind-list/list-state.ts'
import { pageSize } from '../../kind-list/rows-html.ts'
import { linkTo } from '../../links.ts'
import { messages } from '../../messages/messages.ts'
import { kindLabel, kindsLabel } from '../../words/labels.ts'
import { listOf } from './list-of.ts'

/** The list of a kind as its page holds it. */
export interface KindList {
  readonly file: ListFile
  /** What one and many items are called within a sentence. */
  readonly one: string
  readonly many: string
  /** What its table is called. */
  readonly label: string
  readonly idPrefix: string
  /** Columns that stand in the page, and those of them, and others, that rows are chosen by from the start. */
  readonly shown: readonly ListColumn[]
  readonly facets: readonly ListColumn[]
  /** Where all of it is as CSV. */
  readonly csv: string
  /** Where a page that has only the first rows fetches the others. */
  readonly rows: string | undefined
}

/** The list of a kind's items. */
export function kindList(kind: Kind, catalogue: Pick<Catalogue, 'byKind' | 'model'>): KindList {
  const file = listOf(kind, catalogue)
  const list = new ListRows(file, messages.intlLocale)
  return {
    file,
    one: messages.inSentence(kindLabel(kind)),
    many: messages.inSentence(kindsLabel(kind)),
    label: kindsLabel(kind),
    idPrefix: kind.idPrefix,
    shown: list.shown(wholeList),
    facets: list.facets(wholeList),
    csv: linkTo({ listOf: kind, as: 'csv' }),
    rows: file.names.length > pageSize ? linkTo({ listOf: kind, as: 'rows.json' }) : undefined,
  }
}
