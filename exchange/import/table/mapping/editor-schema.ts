import type { EditorSchema } from '../../../../authoring/editor/schemas.ts'
import { mappingJsonSchema } from './mapping-schema.ts'

/** The schema of mapping files, for editors: they are told by their ending, wherever they lie. */
export const mappingEditorSchema = (): EditorSchema => ({
  file: 'mapping.json',
  schema: mappingJsonSchema(),
  describes: { ending: '.map.yaml' },
})
