import type { Kind, Model, Path, Relation } from '../model/model.ts'
import { writable } from './catalogue.ts'
import type { Field, FieldReader } from './read-fields.ts'

/** Reports a field that files of a kind don't have: why not, and where it is to be written instead. */
export function reportUnknownField(field: Field, kind: Kind, model: Model, reader: FieldReader): void {
  if (field.name === 'record') {
    reader.error(
      'unknown-field',
      field.place,
      `${kind.name} has no field "record".`,
      'Only imported layers say where a system states something: name it as "system" in their tributary.config.yaml.',
    )
    return
  }
  if (kind.attributes.some((each) => each.name === field.name)) {
    const hint = field.name === 'id' ? "The id is the kind and the file's name: rename the file." : undefined
    reader.error('unknown-field', field.place, `"${field.name}" is set by Tributary, not in files.`, hint)
    return
  }
  const inverse = [...model.relations.values(), ...model.paths].find(
    (each) => each.inverse === field.name && each.targets.includes(kind.name),
  )
  if (inverse !== undefined) {
    reader.error(
      'unknown-field',
      field.place,
      `"${field.name}" is the way back of ${inverse.declaredBy}.${inverse.field}.`,
      isPath(inverse) ? readOff(inverse) : 'Write the relation there: it is read from both ends.',
    )
    return
  }
  const path = model.paths.find((each) => each.declaredBy === kind.name && each.field === field.name)
  if (path !== undefined) {
    reader.error('unknown-field', field.place, `"${field.name}" is not written in files.`, readOff(path))
    return
  }
  const names = [...writable(kind.attributes).map((each) => each.name), ...kind.written.map((each) => each.field)]
  reader.unknownField(field, kind.name, names)
}

const isPath = (each: Relation | Path): each is Path => 'along' in each
const readOff = ({ along: [first, second] }: Path): string =>
  `It is read off "${first.field}" and their "${second.field}": write it there.`
