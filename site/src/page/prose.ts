import type { Catalogue } from '../catalogue/catalogue.ts'
import { linkTo } from '../links.ts'
import { renderProse } from '../words/markdown.ts'
import type { Prose } from '../words/markdown.ts'
import type { PageTerms } from '../words/terms.ts'

/** Renders the texts of one page, so that no two of its headings share an anchor. */
export class PageProse {
  readonly #catalogue: Pick<Catalogue, 'items'>
  readonly #taken = new Map<string, number>()

  constructor(catalogue: Pick<Catalogue, 'items'>) {
    this.#catalogue = catalogue
  }

  /** An anchor for a heading: its words, and a number where they were there before. */
  anchor(text: string): string {
    const words = text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
    const slug = words.replace(/[^\p{L}\p{N}]+/gu, '-').replace(/^-|-$/g, '') || 'section'
    const before = this.#taken.get(slug) ?? 0
    this.#taken.set(slug, before + 1)
    return before === 0 ? slug : this.anchor(`${slug}-${String(before + 1)}`)
  }

  /**
   * A text that may have headings, which begin at level 3.
   * @param terms words to link to where they are explained.
   */
  long(text: string, terms?: PageTerms): Prose {
    return renderProse(text, {
      addressOf: (id) => this.#addressOf(id),
      anchor: (heading) => this.anchor(heading),
      ...(terms === undefined ? {} : { terms }),
    })
  }

  /**
   * A remark, without the paragraph around it where it is only one.
   * @param level of its highest headings, should it have any.
   */
  short(text: string, level = 3): string {
    const { html } = renderProse(text, { addressOf: (id) => this.#addressOf(id), level })
    return /^<p>(?!.*<p>)(.*)<\/p>\s*$/s.exec(html)?.[1] ?? html
  }

  #addressOf(id: string): string | undefined {
    const item = this.#catalogue.items.get(id)
    return item === undefined ? undefined : linkTo(item)
  }
}
