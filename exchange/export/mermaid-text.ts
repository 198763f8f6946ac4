/**
 * A text as it stands between Mermaid's quotes. Everything that Mermaid may take for its own (quotes, entities, Markdown, HTML,
 * directives) is written as an entity, and so is what would begin a Markdown list.
 */
export const mermaidText = (text: string): string =>
  text
    .replace(/[^\p{L}\p{M}\p{N} .,'’‘“”–—()/!?+=%-]|%%/gu, entities)
    .replace(/^(?:[-+]|\d+(?=[.)]))./, (begin) => begin.slice(0, -1) + entities(begin.slice(-1)))

const entities = (text: string): string => Array.from(text, (each) => `#${String(each.codePointAt(0))};`).join('')

/** An item's id as Mermaid takes one: `application/ticketing` is `application__ticketing`, and no two ids become the same. */
export const mermaidId = (id: string): string => id.replaceAll('/', '__').replaceAll('-', '_')
