import { ModelError } from '../model/model-error.ts'
import type { ModelProblem } from '../model/model-error.ts'
import type { Model } from '../model/model.ts'
import { modelFilesIn, readModel } from '../model/read-model.ts'
import type { FileMemory } from './file-memory.ts'
import type { Place } from './finding.ts'
import type { ReadLayer } from './read-layers.ts'
import type { Report } from './report.ts'

/** The product's model with what the layers add; undefined when it has problems, which were reported. */
export function modelOf(layers: readonly ReadLayer[], report: Report, memory?: FileMemory): Model | undefined {
  try {
    const added = layers.flatMap(({ layer }) => modelFilesIn(`${layer.folder}/model`, `${layer.folder}/model`))
    return memory === undefined ? readModel(added) : memory.modelOf(added, () => readModel(added))
  } catch (error) {
    if (!(error instanceof ModelError)) throw error
    for (const problem of error.problems) report.error('model', placeOf(problem, layers), problem.message)
    return undefined
  }
}

function placeOf({ file: path, line, column }: ModelProblem, layers: readonly ReadLayer[]): Place {
  const layer = layers.find((each) => path.startsWith(`${each.layer.folder}/`))?.layer
  const file = layer === undefined ? path : path.slice(layer.folder.length + 1)
  return { layer: layer?.name ?? 'tributary', path, file, line, column }
}
