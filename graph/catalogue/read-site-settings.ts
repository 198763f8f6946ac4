import { isMap } from 'yaml'
import { siteSettings } from './config-settings.ts'
import type { Config } from './layer.ts'
import type { Field, FieldReader } from './read-fields.ts'
import { languagesOf, localeOf } from './site-languages.ts'
import { templatesOf } from './site-templates.ts'

/** Reads `site` of a configuration: what it says, and can be said. The rest is reported. */
export function readSiteSettings(field: Field | undefined, reader: FieldReader): Partial<Config['site']> {
  if (field?.value === undefined) return {}
  if (!isMap(field.value)) {
    reader.wrongType(field.value, '"site" takes a mapping')
    return {}
  }
  const fields = reader.fields(field.value)
  const single = fields.filter(({ name }) => name !== 'languages')
  const { locale: saidLocale, edit, suggest: suggestion, ...values } = reader.attributes(siteSettings, single, '"site"')
  const locale = localeOf(text(saidLocale), field.value.get('locale', true), reader)
  const languages = languagesOf(fields.find(({ name }) => name === 'languages')?.value, reader)
  const templates = templatesOf({ edit, suggest: suggestion }, field.value, reader)
  const base = text(values['base'])
  if (base?.split('/').includes('..')) {
    const node = field.value.get('base', true)
    reader.error('config', reader.placeOf(node), '"base" goes up with "..".', 'Write the path from the root: /itsm/.')
  }
  const slashed = base === undefined ? undefined : `/${base.replace(/^\/+|\/+$/g, '')}/`.replace('//', '/')
  return {
    ...values,
    ...templates,
    ...(slashed === undefined ? {} : { base: slashed }),
    ...(locale === undefined ? {} : { locale }),
    ...(languages === undefined ? {} : { languages }),
  }
}

const text = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined)
