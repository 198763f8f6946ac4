import type { YAMLMap } from 'yaml'
import type { Value } from './catalogue.ts'
import type { SiteConfig } from './layer.ts'
import type { FieldReader } from './read-fields.ts'
import { suggest } from './suggest.ts'

/** Settings under `site` that are addresses with placeholders, and the placeholders that each knows. */
const placeholders = {
  edit: ['file', 'line'],
  suggest: ['id', 'name', 'url'],
} as const satisfies Readonly<Record<string, readonly string[]>>

type SiteTemplate = keyof typeof placeholders

/**
 * Reads the addresses with placeholders out of what `site` says. Reported is a placeholder that nothing stands for, a brace
 * without its partner, another protocol than http(s), and what is no address at all; such a setting is left out.
 */
export function templatesOf(
  said: Readonly<Record<SiteTemplate, Value | undefined>>,
  site: YAMLMap,
  reader: FieldReader,
): Pick<SiteConfig, SiteTemplate> {
  const names = Object.keys(placeholders) as SiteTemplate[]
  const read = names.filter((name) => typeof said[name] === 'string' && isTemplate(name, said[name], site, reader))
  return Object.fromEntries(read.map((name) => [name, said[name]]))
}

function isTemplate(setting: SiteTemplate, template: string, site: YAMLMap, reader: FieldReader): boolean {
  const known: readonly string[] = placeholders[setting]
  const place = reader.placeOf(site.get(setting, true))
  const written = [...template.matchAll(/\{([^{}]*)\}/g)].map(([, name = '']) => name)
  const unknown = written.filter((name) => !known.includes(name))
  for (const name of unknown) {
    const hint = suggest(name, known) ?? `There are ${known.map((each) => `{${each}}`).join(', ')}.`
    reader.error('config', place, `"${setting}" knows no placeholder {${name}}.`, hint)
  }
  const filled = template.replace(/\{[^{}]*\}/g, 'x')
  const isWrong = /[{}]/.test(filled) || !/^https?:\/\//i.test(filled) || !URL.canParse(filled)
  if (isWrong) {
    const hint = `Write it whole, with placeholders in braces: ${examples[setting]}.`
    reader.error('config', place, `"${setting}" takes a web address, not "${template}".`, hint)
  }
  return !isWrong && unknown.length === 0
}

const examples: Readonly<Record<SiteTemplate, string>> = {
  edit: 'https://git.example.org/acme/catalogue/edit/main/{file}#L{line}',
  suggest: 'https://git.example.org/acme/catalogue/issues/new?title={name}&body={url}',
}
