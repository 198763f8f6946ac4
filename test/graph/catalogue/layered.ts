import { join } from 'node:path'
import { folderWith } from './catalogue-folder.ts'
import type { Files } from './catalogue-folder.ts'

/** Writes a catalogue `own` over a layer `below`. Returns its folder. */
export function layered(below: Files, own: Files, config = 'name: own\nextends: [../below]\n'): string {
  const inFolder = (folder: string, files: Files) =>
    Object.entries(files).map(([path, text]) => [`${folder}/${path}`, text] as const)
  return join(
    folderWith({
      'below/tributary.config.yaml': 'name: below\n',
      'own/tributary.config.yaml': config,
      ...Object.fromEntries([...inFolder('below', below), ...inFolder('own', own)]),
    }),
    'own',
  )
}
