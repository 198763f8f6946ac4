import type { Attribute, Model, Relation } from '../model/model.ts'

/** Something of the model that came, went or is told differently. */
export interface ModelDifference {
  readonly action: 'ADDED' | 'REMOVED' | 'CHANGED'
  /** What it is: "Asset", "Asset.costCentre", "Criticality.VITAL". */
  readonly what: string
  readonly of: 'KIND' | 'FIELD' | 'RELATION' | 'ENUM_VALUE'
  /** How it is declared; left out where it isn't. */
  readonly before?: string
  readonly after?: string
}

/** Kinds, fields, relations and words of closed lists that differ, by name. Fields of a kind that came or went go with it. */
export function modelDifferences(before: Model, after: Model): ModelDifference[] {
  if (before === after) return []
  const [was, is] = [partsOf(before), partsOf(after)]
  const names = [...new Set([...was.keys(), ...is.keys()])].sort()
  return names.flatMap((what): ModelDifference[] => {
    const [old, now] = [was.get(what), is.get(what)]
    const { of, holder } = now ?? old ?? { of: 'KIND', holder: undefined }
    if (old?.text === now?.text || (holder !== undefined && was.has(holder) !== is.has(holder))) return []
    return [
      {
        ...{ action: old === undefined ? 'ADDED' : now === undefined ? 'REMOVED' : 'CHANGED', what, of },
        ...(old === undefined ? {} : { before: old.text }),
        ...(now === undefined ? {} : { after: now.text }),
      },
    ]
  })
}

/** A part of a model, with what decides whether it is the same. */
interface Part {
  readonly of: ModelDifference['of']
  readonly text: string
  /** The kind that it goes with. */
  readonly holder?: string
}

function partsOf({ kinds, edges, values, enums }: Model): Map<string, Part> {
  const parts = new Map<string, Part>()
  const addFields = (holder: string, attributes: readonly Attribute[]): void => {
    for (const attribute of attributes) {
      parts.set(`${holder}.${attribute.name}`, { of: 'FIELD', text: declared(attribute), holder })
    }
  }
  for (const { name, attributes, relations, folder } of kinds.values()) {
    parts.set(name, { of: 'KIND', text: `kind in ${folder}` })
    addFields(name, attributes)
    for (const relation of relations) {
      parts.set(`${name}.${relation.field}`, { of: 'RELATION', text: relationText(relation), holder: name })
    }
  }
  for (const { name, attributes } of [...edges.values(), ...values.values()]) addFields(name, attributes)
  for (const { name, values: words } of enums.values()) {
    for (const word of words) parts.set(`${name}.${word.name}`, { of: 'ENUM_VALUE', text: word.name })
  }
  return parts
}

const declared = ({ type, list, required, default: unsaid }: Attribute): string =>
  `${list ? `[${type}]` : type}${required ? '!' : ''}${unsaid === undefined ? '' : ` = ${JSON.stringify(unsaid)}`}`

const relationText = ({ type, target, list, required, impact, change, criticality }: Relation): string =>
  [
    `${list ? `[${target}]` : target}${required ? '!' : ''} ${type}`,
    ...(impact === undefined ? [] : [`impact ${impact}`]),
    ...(change === undefined ? [] : [`change ${change}`]),
    ...(criticality === undefined ? [] : [criticality]),
  ].join(', ')
