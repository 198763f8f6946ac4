import { bundleEditor } from './server/editor/bundle-editor.ts'
import { packedEditor } from './server/editor/editor-folder.ts'

// Puts the query editor where the package carries it: part of `npm run build`.
await bundleEditor(packedEditor)
