import { formatText } from '../../graph/catalogue/formats/text.ts'
import type { MergedItem } from '../../graph/catalogue/merge-layers.ts'
import { mergeCatalogue } from '../../graph/catalogue/merge-catalogue.ts'
import type { ImportTarget } from './import-target.ts'
import { ImportError } from './imported.ts'
import type { KnownCatalogue, KnownItem } from './imported.ts'

/** What a catalogue says besides the layer that an import writes. */
export interface CatalogueInView extends KnownCatalogue {
  /** The same items with what each layer says of them. */
  readonly merged: ReadonlyMap<string, MergedItem>
}

/**
 * Reads a catalogue without the layer that an import writes. Errors in its files don't matter: an import may be what mends
 * them.
 * @throws ImportError when its configuration or model can't be read.
 */
export async function knownCatalogue({ catalogue, folder }: ImportTarget): Promise<CatalogueInView> {
  const read = await mergeCatalogue(catalogue, folder)
  if (!('items' in read)) {
    throw new ImportError(`This is no catalogue to import into.\n${formatText(read.filter(isError))}`)
  }
  const items = new Map([...read.items].map(([id, item]) => [id, knownItem(item)]))
  return { model: read.model, items, merged: read.items }
}

function knownItem({ id, kind, values }: MergedItem): KnownItem {
  const said = [...values].filter(([, { value }]) => value !== undefined).map(([name, { value }]) => [name, value])
  const known = Object.fromEntries(said) as Record<string, unknown>
  const { name, aliases } = known
  return {
    id,
    kind: kind.name,
    name: typeof name === 'string' ? name : id.slice(id.lastIndexOf('/') + 1),
    aliases: Array.isArray(aliases) ? aliases.map(String) : [],
    values: known,
  }
}

const isError = ({ severity }: { readonly severity: string }): boolean => severity === 'error'
