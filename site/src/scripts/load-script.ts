/** Where this script comes from: others lie beside it. Known only while it runs first. */
const here = document.currentScript instanceof HTMLScriptElement ? document.currentScript.src : document.baseURI

/** What scripts and data that were loaded leave for whoever waits for them: browsers load nothing else from `file:`. */
const left = globalThis as { tributary?: Readonly<Record<string, unknown>> }

const loading = new Map<string, Promise<unknown>>()

/**
 * Runs another classic script of the site, once a page. The build puts it in the place of `import()`.
 * @param address from this script's own.
 * @param name under which the script leaves what it exports, or holds.
 * @throws Error where it doesn't come; the next call tries again.
 */
export function loadScript(address: string, name: string): Promise<unknown> {
  const { href } = new URL(address, here)
  const loaded =
    loading.get(href) ??
    new Promise((resolve, reject) => {
      const script = document.createElement('script')
      script.src = href
      script.addEventListener('load', () => {
        resolve(left.tributary?.[name])
      })
      script.addEventListener('error', () => {
        loading.delete(href)
        script.remove()
        reject(new Error(`${href} can’t be loaded.`))
      })
      document.head.append(script)
    })
  loading.set(href, loaded)
  return loaded
}
