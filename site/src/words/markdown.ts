import MarkdownIt from 'markdown-it'
import type { StateCore } from 'markdown-it'
import { messages } from '../messages/messages.ts'
import type { Heading } from '../page/section.ts'
import type { PageTerms } from './terms.ts'

/** What Markdown became. */
export interface Prose {
  readonly html: string
  /** Its headings, for the list of what is on the page. */
  readonly headings: readonly Heading[]
}

/** How one text is rendered. */
export interface ProseOptions {
  /** The address of the item with this id; undefined when there is none: such a link becomes plain text. */
  readonly addressOf: (id: string) => string | undefined
  /** Level of its highest headings: 3 below a section of a page. */
  readonly level?: number
  /** Makes ids of headings: the same for all texts of one page, so that no two are alike. */
  readonly anchor?: (text: string) => string
  /** Links words to where they are explained, except in headings, links and code. */
  readonly terms?: PageTerms
}

interface Environment extends Record<PropertyKey, unknown> {
  readonly options: ProseOptions
  readonly headings: Heading[]
}

/** No HTML from catalogues. Pictures become their words: a page asks no other server for anything. */
const markdown = new MarkdownIt({ html: false, linkify: false, typographer: false })

markdown.core.ruler.push('headings', (state) => {
  const { options, headings } = state.env as Environment
  const open: number[] = []
  for (const [place, token] of state.tokens.entries()) {
    if (token.type !== 'heading_open') continue
    const written = Number(token.tag.slice(1))
    while (open.length > 0 && (open.at(-1) ?? 0) >= written) open.pop()
    open.push(written)
    const level = Math.min((options.level ?? 3) + open.length - 1, 6)
    const text = state.tokens[place + 1]?.children?.map(({ content }) => content).join('') ?? ''
    const id = options.anchor?.(text)
    if (id !== undefined) {
      token.attrSet('id', id)
      headings.push({ depth: level, slug: id, text })
    }
    token.tag = `h${String(level)}`
    for (const other of state.tokens.slice(place)) {
      if (other.type !== 'heading_close') continue
      other.tag = token.tag
      break
    }
  }
})

markdown.core.ruler.push('links', (state) => {
  const { options } = state.env as Environment
  for (const { children } of state.tokens) {
    const kept: boolean[] = []
    for (const token of children ?? []) {
      if (token.type === 'link_open') {
        const address = addressFor(String(token.attrGet('href')), options)
        if (address !== undefined) token.attrSet('href', address)
        kept.push(address !== undefined)
        if (address === undefined) hide(token)
      } else if (token.type === 'link_close' && kept.pop() === false) hide(token)
    }
  }
})

markdown.core.ruler.push('terms', (state) => {
  const { terms } = (state.env as Environment).options
  if (terms === undefined) return
  for (const { children } of state.tokens) {
    for (const each of children ?? []) if (each.type === 'link_open') terms.leadsTo(String(each.attrGet('href')))
  }
  for (const [place, token] of state.tokens.entries()) {
    if (token.children === null || state.tokens[place - 1]?.type === 'heading_open') continue
    let depth = 0
    token.children = joined(token.children, state.Token).flatMap((child) => {
      if (child.type === 'link_open') depth += 1
      if (child.type === 'link_close') depth -= 1
      if (child.type !== 'text' || depth > 0 || child.content === '') return [child]
      return terms.split(child.content).flatMap((part) => {
        if (typeof part === 'string') return [textOf(part, state.Token)]
        const open = new state.Token('link_open', 'a', 1)
        open.attrs = [
          ['class', 'term'],
          ['href', part.href],
        ]
        return [open, textOf(part.text, state.Token), new state.Token('link_close', 'a', -1)]
      })
    })
  }
})

type TokenType = StateCore['Token']
type Token = InstanceType<TokenType>

/** Lines of one paragraph as one text: terms go on behind the end of a line. It becomes the same HTML. */
function joined(tokens: readonly Token[], type: TokenType): Token[] {
  const texts: Token[] = []
  for (const token of tokens) {
    const last = texts.at(-1)
    const text = token.type === 'softbreak' ? '\n' : token.type === 'text' ? token.content : undefined
    if (text !== undefined && last?.type === 'text') last.content += text
    else texts.push(token.type === 'softbreak' ? textOf('\n', type) : token)
  }
  return texts
}

function textOf(content: string, type: TokenType): Token {
  const token = new type('text', '', 0)
  token.content = content
  return token
}

/** Ids of items lead to their pages, web addresses stay; whatever else it is would lead nowhere. */
function addressFor(href: string, { addressOf }: ProseOptions): string | undefined {
  if (/^(https?:|mailto:)/i.test(href)) return href
  return addressOf(
    decodeURI(href)
      .replace(/^\.?\//, '')
      .replace(/\/$/, ''),
  )
}

function hide(token: { type: string; tag: string; nesting: number; content: string; attrs: unknown }): void {
  Object.assign(token, { type: 'text', tag: '', nesting: 0, content: '', attrs: null })
}

const rules = markdown.renderer.rules
rules.image = (tokens, place) => markdown.utils.escapeHtml(tokens[place]?.content ?? '')
rules.table_open = () =>
  `<div class="scrollable" tabindex="0" role="region" aria-label="${messages.words.table}"><table>\n`
rules.table_close = () => '</table></div>\n'

/** Renders Markdown of the catalogue: links lead to pages that exist, headings nest without gaps below the page's own. */
export function renderProse(text: string, options: ProseOptions): Prose {
  const environment: Environment = { options, headings: [] }
  return { html: markdown.render(text, environment), headings: environment.headings }
}
