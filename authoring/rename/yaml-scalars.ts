import { isScalar, visit } from 'yaml'
import type { Document, Scalar } from 'yaml'

/** A value of a YAML document, or a key. */
export interface PlacedScalar {
  readonly node: Scalar
  readonly from: number
  readonly to: number
  readonly isKey: boolean
}

/** Every scalar that stands in a document, with where it stands. */
export function scalarsOf(document: Document): PlacedScalar[] {
  const scalars: PlacedScalar[] = []
  visit(document, {
    Scalar(key, node) {
      const [from, to] = node.range ?? []
      if (from !== undefined && to !== undefined && isScalar(node))
        scalars.push({ node, from, to, isKey: key === 'key' })
    },
  })
  return scalars
}
