import { loadScript } from './load-script.ts'

/**
 * Loads one of the site's data files: the one place that knows how a page comes by more than it holds. From a folder nothing
 * may be fetched, but scripts run: there its twin is loaded, which `dataFile` writes.
 * @param address as the page says it.
 * @throws Error where it doesn't come.
 */
export async function loadData<Data>(address: string): Promise<Data> {
  const { href, protocol, pathname } = new URL(address, document.baseURI)
  if (protocol === 'file:') {
    const name = pathname.slice(pathname.lastIndexOf('/') + 1)
    return JSON.parse((await loadScript(href.replace(/json$/, 'js'), name)) as string) as Data
  }
  const response = await fetch(href)
  if (!response.ok) throw new Error(`${href}: ${String(response.status)}`)
  return (await response.json()) as Data
}
