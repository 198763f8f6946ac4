/** An entity of a Backstage catalog, as its file writes it. */
export interface Entity {
  /** Its whole reference, in lower case: `component:default/shop`. */
  readonly ref: string
  /** In lower case: `component`. */
  readonly kind: string
  readonly namespace: string
  readonly name: string
  readonly metadata: Mapping
  readonly spec: Mapping
  /** Where it is written: `shop/catalog-info.yaml:12`. */
  readonly place: string
}

/** A mapping of a file: its keys may be anything, and are only looked up as its own. */
export type Mapping = ReadonlyMap<string, unknown>

/** A mapping's entries; empty for anything else. */
export function mappingOf(value: unknown): Mapping {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? new Map(Object.entries(value))
    : new Map()
}

/** A text, trimmed; undefined for anything else and for none. */
export function textOf(value: unknown): string | undefined {
  const text = typeof value === 'string' ? value.trim() : typeof value === 'number' ? String(value) : ''
  return text === '' ? undefined : text
}

/** The texts of a list; one text counts as a list of one. */
export function textsOf(value: unknown): string[] {
  return (Array.isArray(value) ? (value as unknown[]) : [value]).flatMap((each) => textOf(each) ?? [])
}

/**
 * The whole reference that `[kind:][namespace/]name` means, in lower case.
 * @param defaults the kind that the field implies, and the namespace of the entity that says it.
 */
export function wholeRef(written: string, defaults: { readonly kind: string; readonly namespace: string }): string {
  const [, kind, namespace, name] = /^(?:([^:/]+):)?(?:([^:/]+)\/)?(.+)$/.exec(written.trim()) ?? []
  return refOf(kind ?? defaults.kind, namespace ?? defaults.namespace, name ?? written)
}

/** A whole reference, in lower case: Backstage's are the same in any case. */
export const refOf = (kind: string, namespace: string, name: string): string =>
  `${kind}:${namespace}/${name}`.toLowerCase()
