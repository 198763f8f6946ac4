import type { Target } from './element-types.ts'

/** What tells an element apart from others of its type. All that is said must hold. */
export interface Condition {
  /** Name of a property, whose value is `is`, or which is there at all. */
  readonly property?: string
  readonly is?: string
  /** Its specialization: a property of that name (or `stereotype`), or the element that it specializes. */
  readonly specialization?: string
  /** Name of a view that shows it. */
  readonly view?: string
  /** Name of a folder that it is in, at any depth. */
  readonly folder?: string
  readonly name?: string
}

/** What the elements of a type that a condition holds for become. */
export interface TypeRule {
  readonly when: Condition | undefined
  readonly target: Target
}

/** What a mapping file says; what it doesn't say is as in `element-types.ts`. */
export interface Mapping {
  /** Rules by element type, first that fits first. */
  readonly types: ReadonlyMap<string, readonly TypeRule[]>
  /** The field that a property fills, or `none`, by the property's name. */
  readonly properties: ReadonlyMap<string, string>
  /** Whether the names of views, and of folders, become tags of what is in them. */
  readonly views: boolean
  readonly folders: boolean
}

/** Where no mapping file is given. */
export const noMapping: Mapping = { types: new Map(), properties: new Map(), views: true, folders: false }
