import type { Item } from '../../graph/catalogue/catalogue.ts'
import type { SiteConfig } from '../../graph/catalogue/layer.ts'
import type { Kind } from '../../graph/model/model.ts'

/** Where a catalogue's site has its pages: whole addresses where the catalogue says its site's, paths on its server otherwise. */
export interface Addresses {
  /** Of an item's page. */
  readonly of: (item: Pick<Item, 'id'>, kind: Pick<Kind, 'idPrefix' | 'folder'>) => string
  /** Path of the JSON Schema of `catalogue.json`. */
  readonly schema: string
}

/** Addresses as the site makes them (`site/src/links.ts`), from the catalogue's settings. */
export function addresses({ base, url }: Pick<SiteConfig, 'base' | 'url'>): Addresses {
  const root = `/${base.split('/').filter(Boolean).join('/')}/`.replace('//', '/')
  return {
    of: ({ id }, { idPrefix, folder }) => {
      const path = `${root}${folder}/${id.slice(idPrefix.length + 1)}/`
      return url === undefined ? path : new URL(path, url).href
    },
    schema: `${root}catalogue.schema.json`,
  }
}
