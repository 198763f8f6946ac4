import { buildInput } from './catalogue/build-input.ts'
import type { Source } from './catalogue/catalogue.ts'

/**
 * The address at which a place in the catalogue's files is edited; undefined where the catalogue names none, and for files
 * of other layers: they lie elsewhere.
 * @param own name of the catalogue's own layer.
 */
export function editLink(
  { layer, file, line }: Pick<Source, 'layer' | 'file' | 'line'>,
  own: string,
): string | undefined {
  const { edit } = buildInput()
  if (edit === undefined || layer !== own) return undefined
  // Slashes stay: they part the address's own path.
  const path = file.split('/').map(encodeURIComponent).join('/')
  return filled(edit, { file: path, line: String(line) })
}

/**
 * The address at which an improvement of something is suggested; undefined where the catalogue names none.
 * @param about what it is about: its id, its name, and its page from `linkTo`, which becomes a whole address where the site
 * knows its own.
 */
export function suggestLink(about: {
  readonly id: string
  readonly name: string
  readonly href: string
}): string | undefined {
  const { suggest, site } = buildInput()
  if (suggest === undefined) return undefined
  const url = site === undefined ? about.href : new URL(about.href, site).href
  return filled(suggest, {
    id: encodeURIComponent(about.id),
    name: encodeURIComponent(about.name),
    url: encodeURIComponent(url),
  })
}

const filled = (template: string, values: Readonly<Record<string, string>>): string =>
  template.replace(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole)
