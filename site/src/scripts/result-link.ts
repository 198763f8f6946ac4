import type { Found } from './search-engine.ts'

/** Makes the link to a result: its name, its kind and what it is. */
export function resultLink({ href, name, kind, area, summary, aliases }: Found): HTMLAnchorElement {
  const link = document.createElement('a')
  link.href = href
  link.append(part('result-name', name), labelled(kind, area))
  if (aliases !== '') link.append(part('result-aliases', `Also called ${aliases}`))
  if (summary !== '') link.append(part('result-summary', summary))
  return link
}

function labelled(kind: string, area: string): HTMLElement {
  const label = part('kind', kind)
  label.dataset['area'] = area
  return label
}

function part(name: string, text: string): HTMLElement {
  const element = document.createElement('span')
  element.className = name
  element.textContent = text
  return element
}
