import type { Catalogue } from '../../catalogue/catalogue.ts'
import type { Kind } from '../../catalogue/model.ts'
import { catalogue } from '../../catalogue/read-catalogue.ts'
import { wholeCsv } from '../../page/kind-list/whole-csv.ts'

interface Props {
  readonly kind: Kind
  readonly all: Catalogue
}

/** Every kind that has items. */
export async function getStaticPaths(): Promise<{ params: { folder: string; list: string }; props: Props }[]> {
  const all = await catalogue()
  return [...all.model.kinds.values()]
    .filter(({ name }) => (all.byKind.get(name)?.length ?? 0) > 0)
    .map((kind) => ({ params: { folder: kind.folder, list: kind.folder }, props: { kind, all } }))
}

/** All items of a kind with all columns, for spreadsheets. */
export const GET = ({ props: { kind, all } }: { readonly props: Props }): Response => new Response(wholeCsv(kind, all))
