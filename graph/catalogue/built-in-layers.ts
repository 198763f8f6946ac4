import { join } from 'node:path'
import { packageRoot } from '../package-root.ts'

/** Names of the built-in layers. */
export const builtInLayers: readonly string[] = ['itil4', 'example']

/** Folder of a built-in layer. */
export const builtInFolder = (name: string): string => join(packageRoot, 'catalogues', name)
