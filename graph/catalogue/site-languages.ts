import { isMap, isScalar } from 'yaml'
import { siteLocales } from './layer.ts'
import type { SiteConfig, SiteLocale } from './layer.ts'
import type { FieldReader, Node } from './read-fields.ts'
import { readScalar } from './scalars.ts'
import { suggest } from './suggest.ts'

/** Words that people write for a language. */
const otherWords: Readonly<Record<string, SiteLocale>> = { english: 'en', englisch: 'en', german: 'de', deutsch: 'de' }

/** The language of the interface that `site.locale` names; undefined where it names none, or one that isn't there: reported. */
export function localeOf(written: string | undefined, node: unknown, reader: FieldReader): SiteLocale | undefined {
  if (written === undefined) return undefined
  const locale = siteLocales.find((each) => each === written)
  if (locale === undefined) {
    const meant = otherWords[written.toLowerCase()] ?? siteLocales.find((each) => isTagOf(each, written))
    const hint =
      (meant === undefined ? suggest(written, siteLocales) : `Did you mean "${meant}"?`) ??
      `There are ${siteLocales.join(', ')}; content may be in any language.`
    reader.error('config', reader.placeOf(node), `The site has no interface in "${written}".`, hint)
  }
  return locale
}

/** `de-AT` and `DE` are of `de`. */
const isTagOf = (locale: string, written: string): boolean => written.toLowerCase().split(/[-_]/)[0] === locale

/** Sites in other languages that `site.languages` names, by language. What is no language or no address is reported. */
export function languagesOf(node: Node | undefined, reader: FieldReader): SiteConfig['languages'] {
  if (node === undefined) return undefined
  if (!isMap(node)) {
    reader.wrongType(node, '"languages" takes a mapping of languages and addresses', 'Write {de: https://…/de/}.')
    return undefined
  }
  const languages = reader.fields(node).flatMap(({ name, place, value }): [string, string][] => {
    const address = addressOf(value)
    if (!isLanguage(name)) reader.error('config', place, `"${name}" is no language.`, 'Write its tag: de, pt-BR.')
    else if (address === undefined)
      reader.error('config', place, `"${name}" has no web address.`, 'Write where that site begins: https://…/de/.')
    else return [[name, address]]
    return []
  })
  return Object.fromEntries(languages)
}

/** Whether it is a language's tag in its usual spelling (BCP 47). */
function isLanguage(tag: string): boolean {
  try {
    return (
      Intl.getCanonicalLocales(tag)[0] === tag &&
      new Intl.DisplayNames('en', { type: 'language', fallback: 'none' }).of(tag) !== undefined
    )
  } catch {
    return false
  }
}

/** The address with a slash at its end; undefined for what is none that a page can be fetched from. */
function addressOf(node: Node | undefined): string | undefined {
  if (!isScalar(node) || typeof node.value !== 'string') return undefined
  const read = readScalar('URL', node.value, node.value)
  return 'value' in read && /^https?:/i.test(node.value) ? node.value.replace(/\/*$/, '/') : undefined
}
