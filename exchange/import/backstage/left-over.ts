import { excerpt } from '../excerpt.ts'
import type { LeftOut } from '../imported.ts'
import { mappingOf } from './entity.ts'
import type { Entity } from './entity.ts'

/** Members that are read, or that Backstage itself sets. */
const ofMetadata = new Set('name namespace title description tags links annotations uid etag generation'.split(' '))
const ofSpec: Readonly<Record<string, readonly string[]>> = {
  component: [
    'type',
    'lifecycle',
    'owner',
    'system',
    'subcomponentOf',
    'providesApis',
    'consumesApis',
    'dependsOn',
    'dependencyOf',
  ],
  api: ['type', 'lifecycle', 'owner', 'system'],
  resource: ['type', 'lifecycle', 'owner', 'system', 'dependsOn', 'dependencyOf'],
  system: ['type', 'owner', 'domain'],
  group: ['type', 'profile', 'parent', 'children', 'members'],
}
const ofProfile = new Set(['displayName', 'email'])

/** Why the parts that people ask for aren't taken. */
const reasons: Readonly<Record<string, string>> = {
  definition: 'A catalogue holds no definitions of interfaces: link to where it is published.',
  picture: 'A catalogue holds no pictures of teams.',
  labels: 'Labels have no field in a catalogue: write them as tags where they group something.',
}

/** Parts of an entity that have no field here: nothing is dropped without a word. */
export function leftOverParts({ kind, metadata, spec }: Entity): Omit<LeftOut, 'record'>[] {
  const read = new Set(Object.hasOwn(ofSpec, kind) ? ofSpec[kind] : [])
  const parts: (readonly [string, string, unknown])[] = [
    ...[...metadata]
      .filter(([name]) => !ofMetadata.has(name))
      .map(([name, value]) => ['metadata', name, value] as const),
    ...[...spec].filter(([name]) => !read.has(name)).map(([name, value]) => ['spec', name, value] as const),
    ...[...mappingOf(spec.get('profile'))]
      .filter(([name]) => !ofProfile.has(name))
      .map(([name, value]) => ['spec.profile', name, value] as const),
  ]
  return parts.map(([within, name, value]) => ({
    part: `${within}.${name}`,
    text: excerpt(value),
    reason:
      (Object.hasOwn(reasons, name) ? reasons[name] : undefined) ??
      'This part of an entity has no field in a catalogue.',
  }))
}
