import MarkdownIt from 'markdown-it'
import type { Heading } from '../page/section.ts'

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
rules.table_open = () => '<div class="scrollable" tabindex="0" role="region" aria-label="Table"><table>\n'
rules.table_close = () => '</table></div>\n'

/** Renders Markdown of the catalogue: links lead to pages that exist, headings nest without gaps below the page's own. */
export function renderProse(text: string, options: ProseOptions): Prose {
  const environment: Environment = { options, headings: [] }
  return { html: markdown.render(text, environment), headings: environment.headings }
}
