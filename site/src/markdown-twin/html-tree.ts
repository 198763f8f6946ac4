/** A piece of HTML: a text with its entities resolved, or an element. */
export type Node = string | Element

/** An element. */
export interface Element {
  readonly tag: string
  /** Where it leads, if it is a link. */
  readonly href?: string
  readonly children: Node[]
}

const voids = new Set(['br', 'hr', 'img', 'wbr'])
const entities: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', '#39': "'", nbsp: '\u00a0' }

/** Reads HTML that the site itself has rendered: its tags are closed and its attributes in double quotes. */
export function readHtml(html: string): Node[] {
  const root: Element = { tag: '', children: [] }
  const open = [root]
  for (const [, closes, name, attributes = '', text] of html.matchAll(
    /<(\/?)([a-z][a-z0-9-]*)((?:"[^"]*"|[^>"])*)>|([^<]+)/gi,
  )) {
    const parent = open.at(-1) ?? root
    if (text !== undefined) parent.children.push(resolved(text))
    else if (name !== undefined && closes === '') {
      const href = /\shref="([^"]*)"/.exec(attributes)?.[1]
      const element = { tag: name.toLowerCase(), children: [], ...(href === undefined ? {} : { href: resolved(href) }) }
      parent.children.push(element)
      if (!voids.has(element.tag)) open.push(element)
    } else if (open.length > 1) open.pop()
  }
  return root.children
}

/** Its text, without any marks. */
export const textOf = (nodes: readonly Node[]): string =>
  nodes.map((node) => (typeof node === 'string' ? node : textOf(node.children))).join('')

const resolved = (text: string): string =>
  text.replace(/&(lt|gt|amp|quot|#39|nbsp);/g, (whole, name: string) => entities[name] ?? whole)
