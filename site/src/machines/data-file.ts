import { buildInput } from '../catalogue/build-input.ts'

/**
 * A data file that scripts load. Beside it lies a twin that leaves the same as a script (`loadData`), for pages that somebody
 * opens from a folder: browsers fetch nothing there.
 * @param path of the file from the site's start: `search.json`.
 */
export function dataFile(path: string, data: unknown): Response {
  const json = JSON.stringify(data)
  const name = path.slice(path.lastIndexOf('/') + 1)
  // A text is read several times faster than what it describes would be as a script.
  const text = `'${json.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`
  buildInput().beside?.write(path.replace(/json$/, 'js'), `(window.tributary??={})[${JSON.stringify(name)}]=${text}\n`)
  return new Response(json, { headers: { 'content-type': 'application/json' } })
}
