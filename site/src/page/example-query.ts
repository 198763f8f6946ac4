import type { Attribute, Kind, Model } from '../catalogue/model.ts'
import { heldBy } from '../catalogue/kind-document.ts'

/** A GraphQL query that shows what one can ask of a kind: it runs as it stands. */
export const exampleQuery = (kind: Kind, model: Model): string => ['{', exampleField(kind, model), '}'].join('\n')

/** The same without its braces, so that several kinds can be asked about at once. */
export function exampleField(kind: Kind, model: Model): string {
  const words = kind.attributes.filter(({ category, list }) => category === 'ENUM' && !list).slice(0, 2)
  const relation = heldBy(kind, model).find(({ list, declaredBy }) => list && declaredBy === kind.name)
  const lines = [
    `  ${kind.plural}(first: 5, orderBy: { field: NAME }) {`,
    '    totalCount',
    '    nodes {',
    ...['name', 'summary', ...words.map(({ name }) => name)].map((field) => `      ${field}`),
    '      owner { ... on Item { name } }',
  ]
  if (relation !== undefined) {
    const carried = relation.edge.filter(isPlain).slice(0, 2)
    lines.push(
      `      ${relation.field}(first: 5) {`,
      '        edges {',
      ...carried.map(({ name }) => `          ${name}`),
      '          node { ... on Item { id name } }',
      '        }',
      '      }',
    )
  }
  return [...lines, '    }', '  }'].join('\n')
}

const isPlain = ({ category }: Attribute): boolean => category !== 'VALUE'
