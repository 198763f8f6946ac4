import { configSchema } from '../../graph/catalogue/config-schema.ts'
import { configFile } from '../../graph/catalogue/config-settings.ts'
import { builtInLayers } from '../../graph/catalogue/built-in-layers.ts'
import { readCatalogue } from '../../graph/catalogue/read-catalogue.ts'
import { jsonSchemaOf } from '../../graph/model/json-schema.ts'
import type { JsonSchema } from '../../graph/model/json-schema.ts'
import { readModel } from '../../graph/model/read-model.ts'

/** A JSON Schema with the files that it describes. */
export interface EditorSchema {
  /** Name of its file: `value-stream.json`. */
  readonly file: string
  readonly schema: JsonSchema
  /** Files that it describes, from the catalogue's folder: a folder with all that lies in it, or one file; or all with an ending. */
  readonly describes: { readonly folder: string } | { readonly file: string } | { readonly ending: string }
}

/**
 * The schemas of a catalogue's files: one for each kind and one for its configuration. While the catalogue has errors, they
 * know the built-in model and no ids.
 */
export async function editorSchemas(folder: string): Promise<EditorSchema[]> {
  const { catalogue, rules } = await readCatalogue(folder)
  const model = catalogue?.model ?? readModel()
  const ids = [...(catalogue?.items.keys() ?? [])]
  const config = configSchema({ rules, model, layers: builtInLayers, ids })
  const kinds = [...model.kinds.values()].filter(({ inside }) => inside === undefined)
  return [
    { file: 'config.json', schema: config, describes: { file: configFile } },
    ...kinds.map((kind) => ({
      file: `${kind.idPrefix}.json`,
      schema: jsonSchemaOf(model, kind, ids),
      describes: { folder: kind.folder },
    })),
  ]
}
