import type { Attribute } from '../model/model.ts'

/** A setting of `tributary.config.yaml`, as an attribute: it is read and documented as items' fields are. */
export function setting<Name extends string>(
  name: Name,
  description: string,
  list = false,
  type = 'String',
): Attribute & { readonly name: Name } {
  return {
    name,
    description,
    type,
    category: 'scalar',
    list,
    required: false,
    default: undefined,
    search: undefined,
    derived: false,
  }
}
