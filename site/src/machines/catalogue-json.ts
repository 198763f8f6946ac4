import type { Catalogue } from '../catalogue/catalogue.ts'
import { linkTo } from '../links.ts'
import { itemJson } from './item-json.ts'

/** Name and version of the shape that the whole catalogue is published in. */
export const catalogueFormat = 'tributary-catalogue/1'

/**
 * The whole catalogue as one document: which kinds there are, and every item. Each relation stands once, with the item that
 * holds it: an item's own file has it from both ends.
 */
export const catalogueJson = ({ about, byKind, model, items }: Catalogue): unknown => ({
  format: catalogueFormat,
  schema: linkTo({ page: 'catalogue.schema.json' }),
  revision: about.revision,
  loadedAt: about.loadedAt,
  name: about.name,
  title: about.title,
  kinds: [...model.kinds.values()].map(({ name, folder, idPrefix, description }) => ({
    name,
    folder,
    idPrefix,
    description,
    count: byKind.get(name)?.length ?? 0,
  })),
  items: [...items.values()].map((item) => itemJson(item, 'holder')),
})
