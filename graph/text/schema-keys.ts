import type { z } from 'zod'

/**
 * The keys that a zod schema knows at a path: `['limits']` of a server's settings. Where it takes alternatives, those of all
 * of them.
 */
export function keysAt(schema: z.core.$ZodType, path: readonly PropertyKey[]): string[] {
  let here = [schema]
  for (const part of path) here = here.flatMap(alternatives).flatMap((each) => within(each, part))
  const keys = here.flatMap(alternatives).flatMap((each) => {
    const { def } = (each as z.core.$ZodTypes)._zod
    return def.type === 'object' ? Object.keys(def.shape) : []
  })
  return [...new Set(keys)]
}

/** What a value may be, whether or not it may be left out. */
function alternatives(schema: z.core.$ZodType): z.core.$ZodType[] {
  const { def } = (schema as z.core.$ZodTypes)._zod
  switch (def.type) {
    case 'union':
      return def.options.flatMap(alternatives)
    case 'lazy':
      return alternatives(def.getter())
    case 'pipe':
      return [def.in, def.out].flatMap(alternatives)
    case 'default':
    case 'nullable':
    case 'optional':
    case 'prefault':
      return alternatives(def.innerType)
    default:
      return [schema]
  }
}

function within(schema: z.core.$ZodType, part: PropertyKey): z.core.$ZodType[] {
  const { def } = (schema as z.core.$ZodTypes)._zod
  if (def.type === 'object') return [def.shape[String(part)] ?? []].flat()
  if (def.type === 'array') return [def.element]
  return def.type === 'record' ? [def.valueType] : []
}
