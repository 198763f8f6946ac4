import { suggest } from '../../graph/catalogue/suggest.ts'
import type { Model } from '../../graph/model/model.ts'

/** Words that name no kind. */
export class UnknownKind extends Error {
  override readonly name = 'UnknownKind'
}

/** Names of the kinds that people mean: `ValueStream`, `value-stream`, `VALUE_STREAM` or `value-streams`. @throws UnknownKind */
export function findKinds({ kinds }: Model, written: readonly string[]): string[] {
  const all = [...kinds.values()]
  return written.map((word) => {
    const plain = fold(word)
    const kind = all.find(({ name, folder }) => fold(name) === plain || fold(folder) === plain)
    if (kind !== undefined) return kind.name
    const names = all.map(({ idPrefix }) => idPrefix)
    const meant = suggest(word.toLowerCase().replaceAll('_', '-'), names) ?? `There are ${names.join(', ')}.`
    throw new UnknownKind(`There is no kind "${word}". ${meant}`)
  })
}

const fold = (word: string): string => word.toLowerCase().replaceAll(/[\s_-]/g, '')
