/** Attributes that hold one of the site's addresses: links, and what scripts are told of where files lie. */
const addressed = new Set(['href', 'src', 'action', 'data-api', 'data-index', 'data-rows'])

/** Elements whose content is text, whatever it looks like. */
const textOnly = ['script', 'style', 'title', 'textarea']

/**
 * Turns addresses of the site in a page's HTML (`/practices/`) into ways from the page (`../../practices/`), so that the page
 * holds wherever the site lies. Text, scripts' and styles' content, comments, fragments and other sites' addresses stay.
 * Reads the HTML once, without building anything of it: it must be well formed, with attributes in quotes.
 * @param at the page's own address, without a query: `/itsm/teams/network/`.
 * @param base the path that addresses of the site begin with, with slashes at both ends.
 */
export function relativeAddresses(html: string, at: string, base: string): string {
  const wayTo = waysFrom(at, base)
  let [done, written] = [0, '']
  for (let tag = html.indexOf('<'); tag !== -1; tag = html.indexOf('<', tag)) {
    if (html.startsWith('<!--', tag)) {
      tag = after(html, '-->', tag)
      continue
    }
    tag += 1
    if (!isLetter(html.charCodeAt(tag))) continue
    const start = tag
    let letter = html.charCodeAt(tag)
    for (; letter !== greater && tag < html.length; letter = html.charCodeAt((tag += 1))) {
      if (letter !== doubleQuote && letter !== singleQuote) continue
      const from = tag + 1
      tag = after(html, letter === doubleQuote ? '"' : "'", from) - 1
      if (html.charCodeAt(from) !== slash || !addressed.has(attributeBefore(html, from))) continue
      const address = html.slice(from, tag)
      const way = wayTo(address)
      if (way === address) continue
      written += html.slice(done, from) + way
      done = tag
    }
    const element = textOnly.find((name) => html.startsWith(name, start))
    if (element !== undefined) tag = after(html, `</${element}`, tag)
  }
  return written + html.slice(done)
}

/** Tells the shortest way from a page to an address; one that isn't the site's stays as it is. */
function waysFrom(at: string, base: string): (address: string) => string {
  const folders = at.slice(base.length).split('/').slice(0, -1)
  // From the page's own folder up to the site's start.
  const above = [...folders.keys(), folders.length].map((depth) => ({
    folder:
      base +
      folders
        .slice(0, depth)
        .map((each) => `${each}/`)
        .join(''),
    up: '../'.repeat(folders.length - depth),
  }))
  above.reverse()
  return (address) => {
    // Other servers' addresses begin like that too.
    if (address.startsWith('//') || address.startsWith('/\\')) return address
    const nearest = above.find(({ folder }) => address.startsWith(folder))
    if (nearest === undefined) return address
    const rest = address.slice(nearest.folder.length)
    if (nearest.up !== '') return nearest.up + rest
    // What would be empty, from the server's root, or have what looks like a protocol.
    return /^(?:$|\/|[^/?#]*:)/.test(rest) ? `./${rest}` : rest
  }
}

/** The place after a text; the end where it doesn't come any more. */
function after(html: string, text: string, from: number): number {
  const found = html.indexOf(text, from)
  return found === -1 ? html.length : found + text.length
}

/** The name of the attribute whose value begins at a place. */
function attributeBefore(html: string, value: number): string {
  let from = value - 2
  while (isPartOfName(html.charCodeAt(from - 1))) from -= 1
  return html.slice(from, value - 2)
}

const [doubleQuote, singleQuote, slash, greater] = [34, 39, 47, 62]
const isLetter = (code: number): boolean => (code >= 97 && code <= 122) || (code >= 65 && code <= 90)
const isPartOfName = (code: number): boolean => isLetter(code) || code === 45 || code === 58
