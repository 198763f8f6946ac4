import type { ListFile } from '../../kind-list/list-file.ts'
import { pageSize } from '../../kind-list/rows-html.ts'
import { catalogue } from '../../catalogue/read-catalogue.ts'
import { pathOf } from '../../links.ts'
import { dataFile } from '../../machines/data-file.ts'
import { listOf } from '../../page/kind-list/list-of.ts'

interface Props {
  readonly file: ListFile
}

/** Every kind of which a page holds only the first items. */
export async function getStaticPaths(): Promise<{ params: { folder: string; list: string }; props: Props }[]> {
  const all = await catalogue()
  return [...all.model.kinds.values()]
    .filter(({ name }) => (all.byKind.get(name)?.length ?? 0) > pageSize)
    .map((kind) => ({ params: { folder: kind.folder, list: kind.folder }, props: { file: listOf(kind, all) } }))
}

/** All items of a kind, as its page fetches them. */
export const GET = ({ props: { file } }: { readonly props: Props }): Response =>
  dataFile(pathOf({ listOf: file, as: 'rows.json' }), file)
