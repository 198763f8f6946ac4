import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { relativeAddresses } from '../../site/src/relative-addresses.ts'

/** What a link's address becomes on a page. */
const wayOf = (address: string, at = '/teams/network/', base = '/'): string | undefined =>
  /href="(.*)"/.exec(relativeAddresses(`<a href="${address}">x</a>`, at, base))?.[1]

describe('addresses of the site', () => {
  it('become the shortest way from the page', () => {
    expect(wayOf('/')).toBe('../../')
    expect(wayOf('/teams/')).toBe('../')
    expect(wayOf('/teams/desk/#skills')).toBe('../desk/#skills')
    expect(wayOf('/practices/x/?a=/b/')).toBe('../../practices/x/?a=/b/')
    expect(wayOf('/teams/network/')).toBe('./')
    expect(wayOf('/teams/network/a:b/')).toBe('./a:b/')
    expect(wayOf('/search.json', '/')).toBe('search.json')
    expect(wayOf('/itsm/teams/', '/itsm/', '/itsm/')).toBe('teams/')
    expect(wayOf('/größe/a/', '/größe/b/', '/größe/')).toBe('../a/')
  })

  it.each(['https://example.org/a/', '//example.org/a/', '/\\example.org/', '#a', '?a', 'a/', '', 'mailto:a@b.c'])(
    'aren’t %s',
    (address) => {
      expect(wayOf(address)).toBe(address)
    },
  )

  it('are only what lies below the base', () => {
    expect(wayOf('/wiki/', '/itsm/teams/', '/itsm/')).toBe('/wiki/')
    expect(wayOf('/itsm', '/itsm/teams/', '/itsm/')).toBe('/itsm')
  })

  it('stand in links, pictures, scripts and in what scripts are told, in either quotes', () => {
    const html = `<IMG alt="a > b" src='/a.png'><script defer src="/s.js"></script><x-y data-rows="/a.json" data-api="/b.json">`
    expect(relativeAddresses(html, '/a/b/', '/')).toBe(
      `<IMG alt="a > b" src='../../a.png'><script defer src="../../s.js"></script><x-y data-rows="../../a.json" data-api="../../b.json">`,
    )
  })

  it.each([
    '<p>Write <code>href="/a/"</code>, 1 < 2 and src="/b/".</p>',
    '<p title="href=&quot;/a/&quot;" data-name="/a/" aria-label=\'x href="/a/"\'>',
    '<script type="application/json">{"html":"<a href=\\"/a/\\">","x":"<b href="/a/">"}</script>',
    '<style>a[href="/a/"]::before { content: "<a href="/a/">" }</style>',
    '<!-- <a href="/a/"> --><title><a href="/a/"></title>',
    '<a xhref="/a/" data-href-x="/a/">',
    '<p>cut off <a title="/a',
  ])('aren’t in %s', (html) => {
    expect(relativeAddresses(html, '/x/y/', '/')).toBe(html)
  })

  it('are found again after what is none', () => {
    const html = '<!-- " --><script>"<a \'</script><p title=\'"\'>it’s "<a href="/a/">'
    expect(relativeAddresses(html, '/b/', '/')).toBe(html.replace('/a/', '../a/'))
  })

  it('lead to the same from every page', () => {
    const part = fc.stringMatching(/^[a-zä:.%~-]{1,6}$/).filter((text) => !/^\.+$|%/.test(text))
    const path = fc.array(part, { maxLength: 4 }).map((parts) => parts.map((each) => `${each}/`).join(''))
    const rest = fc.constantFrom('', 'file.json', '#part', '?a=b/c', 'f.html?x#y')
    fc.assert(
      fc.property(path, path, path, rest, (folders, from, to, end) => {
        const [base, origin] = [`/${folders}`, 'https://example.org']
        const way = wayOf(base + to + end, base + from, base) ?? ''
        expect(new URL(way, origin + base + from).href).toBe(new URL(origin + base + to + end).href)
        expect(way.startsWith('/')).toBe(false)
        // From any other place, too.
        expect(new URL(way, `file:///disk/my%20site/${from}`).href).toBe(
          new URL(`file:///disk/my%20site/${to}${end}`).href,
        )
      }),
    )
  })
})
