import { asParagraph, codeBlock, codeSpan, escapeText, linkText } from './escape.ts'
import { readHtml, textOf } from './html-tree.ts'
import type { Element, Node } from './html-tree.ts'
import { tableText } from './table-text.ts'

/** Makes an address of the page one of its twin. */
export type Leads = (href: string) => string

const blocks = new Set('p h1 h2 h3 h4 h5 h6 ul ol li pre blockquote hr table div section'.split(' '))
const isBlock = (node: Node): node is Element => typeof node !== 'string' && blocks.has(node.tag)

/** Prose that the site has rendered, as Markdown again: its links lead to twins, and nothing of it is markup by accident. */
export const proseText = (html: string, leads: Leads): string => blocksOf(readHtml(html), leads).join('\n\n')

/** The same in one line, for a cell of a table. */
export const proseLine = (html: string, leads: Leads): string => lineOf(readHtml(html), leads)

function lineOf(nodes: readonly Node[], leads: Leads): string {
  return nodes
    .map((node) => {
      if (!isBlock(node)) return inline(node, leads)
      if (node.tag === 'pre') return ` ${codeSpan(textOf(node.children).trim())} `
      return ` ${lineOf(node.children, leads)}${node.tag === 'li' ? ';' : ''} `
    })
    .join('')
    .replace(/\s+/g, ' ')
    .replace(/;\s*$/, '')
    .trim()
}

function blocksOf(nodes: readonly Node[], leads: Leads): string[] {
  const found: string[] = []
  let loose: Node[] = []
  const endParagraph = (): void => {
    const text = asParagraph(loose.map((node) => inline(node, leads)).join(''))
    if (text !== '') found.push(text)
    loose = []
  }
  for (const node of nodes) {
    if (!isBlock(node)) loose.push(node)
    else {
      endParagraph()
      found.push(...blockOf(node, leads))
    }
  }
  endParagraph()
  return found
}

function blockOf({ tag, children }: Element, leads: Leads): string[] {
  if (/^h\d$/.test(tag)) return [`${'#'.repeat(Number(tag[1]))} ${asParagraph(lineOf(children, leads))}`]
  if (tag === 'hr') return ['---']
  if (tag === 'pre') return [codeBlock(textOf(children))]
  if (tag === 'blockquote') return [blocksOf(children, leads).join('\n\n').replace(/^/gm, '> ')]
  if (tag === 'ul' || tag === 'ol') return [listOf(children, tag === 'ol', leads)]
  if (tag === 'table') return [tableOf(children, leads)]
  return blocksOf(children, leads)
}

function listOf(children: readonly Node[], isCounted: boolean, leads: Leads): string {
  const items = children.filter((node) => isBlock(node) && node.tag === 'li') as Element[]
  return items
    .map((item, place) => {
      const mark = isCounted ? `${String(place + 1)}. ` : '- '
      const text = blocksOf(item.children, leads).join('\n\n')
      return mark + text.replace(/\n(?=.)/g, `\n${' '.repeat(mark.length)}`)
    })
    .join('\n')
}

function tableOf(children: readonly Node[], leads: Leads): string {
  const rows = within(children, 'tr').map((row) =>
    row.children.flatMap((cell) =>
      typeof cell === 'string' || (cell.tag !== 'td' && cell.tag !== 'th') ? [] : [lineOf(cell.children, leads)],
    ),
  )
  const [head = [], ...body] = rows
  return tableText(
    head.map((title) => ({ title })),
    body,
  )
}

const within = (nodes: readonly Node[], tag: string): Element[] =>
  nodes.flatMap((node) => (typeof node === 'string' ? [] : node.tag === tag ? [node] : within(node.children, tag)))

function inline(node: Node, leads: Leads): string {
  if (typeof node === 'string') return escapeText(node)
  const { tag, href, children } = node
  if (tag === 'code') return codeSpan(textOf(children))
  if (tag === 'br') return ' '
  const text = children.map((child) => inline(child, leads)).join('')
  if (text.trim() === '') return text
  if (tag === 'em') return `*${text}*`
  if (tag === 'strong') return `**${text}**`
  if (tag === 's') return `~~${text}~~`
  return tag === 'a' && href !== undefined ? linkText(text, leads(href)) : text
}
