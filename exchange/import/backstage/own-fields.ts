import type { FileValue, LeftOut } from '../imported.ts'
import { excerpt } from '../excerpt.ts'
import { mappingOf, textOf, textsOf } from './entity.ts'
import type { Entity } from './entity.ts'

/** Longest description that is a summary; a longer one is the item's text. */
const longestSummary = 200

/** Lifecycles that Backstage knows, and those that people use beside them. */
const lifecycles: Readonly<Record<string, string>> = {
  experimental: 'PLANNED',
  development: 'PLANNED',
  planned: 'PLANNED',
  alpha: 'PLANNED',
  beta: 'LIVE',
  staging: 'PLANNED',
  production: 'LIVE',
  deprecated: 'SUNSETTING',
  'end-of-life': 'RETIRED',
  retired: 'RETIRED',
}

/** Sorts of technology that a resource's type tells; any other is a platform. */
const infrastructure = /network|vpc|dns|load-?balancer|vm|virtual-?machine|server|cluster|datacent(?:er|re)|region/i

/** What an entity says of itself, without relations. What it says that has no field goes to the second list. */
export function ownFields(entity: Entity, leave: (left: Omit<LeftOut, 'record'>) => void): Record<string, FileValue> {
  const { metadata, spec, kind, name } = entity
  const profile = mappingOf(spec.get('profile'))
  const title = textOf(profile.get('displayName')) ?? textOf(metadata.get('title'))
  const type = textOf(spec.get('type'))
  const tags = [...new Set([...textsOf(metadata.get('tags')), ...(type === undefined ? [] : [type])])]
  const links = linksOf(entity, leave)
  const hasForm = kind === 'resource' || kind === 'component' || kind === 'api'
  return {
    name: title ?? (kind === 'api' && !/api/i.test(name) ? `${name} API` : name),
    ...(title === undefined || title.toLowerCase() === name.toLowerCase() ? {} : { aliases: [name] }),
    ...described(textOf(metadata.get('description'))),
    ...(hasForm ? { form: formOf(kind, type) } : {}),
    ...lifecycleOf(entity, leave),
    ...contactOf(textOf(profile.get('email'))),
    ...(tags.length === 0 ? {} : { tags }),
    ...(links.length === 0 ? {} : { links }),
  }
}

function described(description: string | undefined): Record<string, FileValue> {
  if (description === undefined) return {}
  if (!description.includes('\n') && description.length <= longestSummary) return { summary: description }
  const first = /^[^\n]*?[.!?](?=\s)/.exec(description)?.[0] ?? ''
  const summary = first.length > 20 && first.length <= longestSummary ? { summary: first } : {}
  return { ...summary, body: `${description}\n` }
}

function formOf(kind: string, type: string | undefined): string {
  if (kind !== 'resource') return 'APPLICATION'
  return infrastructure.test(type ?? '') ? 'INFRASTRUCTURE' : 'PLATFORM'
}

function lifecycleOf({ spec }: Entity, leave: (left: Omit<LeftOut, 'record'>) => void): Record<string, FileValue> {
  const written = textOf(spec.get('lifecycle'))
  if (written === undefined) return {}
  const key = written.toLowerCase()
  const lifecycle = Object.hasOwn(lifecycles, key) ? lifecycles[key] : undefined
  if (lifecycle !== undefined) return { lifecycle }
  leave({
    part: 'spec.lifecycle',
    text: excerpt(written),
    reason: 'This lifecycle is none that Backstage describes.',
    hint: `Known are ${Object.keys(lifecycles).join(', ')}. Without one, an application is taken for live.`,
  })
  return {}
}

const contactOf = (email: string | undefined): Record<string, FileValue> =>
  email === undefined ? {} : { contact: email }

/** Annotations that lead to a page, with what one finds there. */
const linkAnnotations: Readonly<Record<string, string>> = {
  'backstage.io/source-location': 'Source code',
  'backstage.io/view-url': 'Its file in the catalog',
  'backstage.io/techdocs-ref': 'Documentation',
}

/** Annotations and members that Backstage itself sets, or edits with. */
const ofBackstage = /^backstage\.io\/(?:managed-by-|edit-url|orphan|techdocs-entity)/

function linksOf({ metadata }: Entity, leave: (left: Omit<LeftOut, 'record'>) => void): FileValue[] {
  const links = new Map<string, { readonly title: string; readonly url: string }>()
  const add = (title: string, url: string): void => {
    if (!links.has(url)) links.set(url, { title, url })
  }
  const written: unknown = metadata.get('links')
  for (const each of Array.isArray(written) ? (written as unknown[]) : []) {
    const link = mappingOf(each)
    const url = textOf(link.get('url'))
    if (url === undefined) leave({ part: 'metadata.links', text: excerpt(each), reason: 'A link needs a "url".' })
    else add(textOf(link.get('title')) ?? url, url)
  }
  for (const [name, value] of mappingOf(metadata.get('annotations'))) {
    const text = textOf(value) ?? ''
    const title = Object.hasOwn(linkAnnotations, name) ? linkAnnotations[name] : undefined
    const url = text.replace(/^url:/, '')
    if (title !== undefined && /^https?:\/\//.test(url)) add(title, url)
    else if (name === 'github.com/project-slug' && /^[\w.-]+\/[\w.-]+$/.test(text)) {
      add('Repository', `https://github.com/${text}`)
    } else if (!ofBackstage.test(name)) {
      leave({
        part: `metadata.annotations.${name}`,
        text: excerpt(value),
        reason:
          title === undefined
            ? 'Annotations that are no address have no field in a catalogue.'
            : 'This place is relative to the entity’s repository: it is no address.',
      })
    }
  }
  return [...links.values()]
}
