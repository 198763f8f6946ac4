import { resolve } from 'node:path'
import { createApi } from '../api/execute.ts'
import type { Api } from '../api/execute.ts'
import { watchCatalogue } from '../authoring/watch-catalogue.ts'
import type { Catalogue } from '../graph/catalogue/catalogue.ts'
import type { Finding } from '../graph/catalogue/finding.ts'
import { formatSums, formatText } from '../graph/catalogue/formats/text.ts'
import type { ReadCatalogue } from '../graph/catalogue/read-catalogue.ts'
import { applyPlan } from '../graph/load/apply-plan.ts'
import { planLoad } from '../graph/load/plan.ts'
import { openStore } from '../graph/store/open-store.ts'
import { openDevSite } from '../site/dev.ts'
import type { DevInput, DevProblem, DevSite } from '../site/dev.ts'
import { movedPaths } from '../site/src/former-paths.ts'
import { answer, say } from './progress.ts'
import { stopSignal } from './stop-signal.ts'

/** Shows a catalogue while it is written, until the process is told to stop. */
export async function develop(said: { catalogue: string; port: number; host: string }): Promise<void> {
  const store = await openStore('memory:')
  const shown: { api?: Api; site?: DevSite } = {}
  let before: readonly Finding[] | undefined
  const show = async ({ catalogue, findings }: ReadCatalogue, took: number): Promise<void> => {
    const started = performance.now()
    tellNew(findings, before)
    before = findings
    const error = findings.find(({ severity }) => severity === 'error')
    if (catalogue === undefined) {
      if (error !== undefined) shown.site?.tell(problemOf(error))
    } else {
      const load = async (): Promise<DevInput> => {
        await applyPlan(store, await planLoad(store, catalogue), { allowLargeRemoval: true })
        shown.api ??= await createApi(store, { freshFor: 0 })
        return inputOf(catalogue, shown.api)
      }
      if (shown.site === undefined) shown.site = await openSite(await load(), catalogue, said)
      else await shown.site.show(load)
    }
    const seconds = ((took + performance.now() - started) / 1000).toFixed(2)
    say(`${new Date().toTimeString().slice(0, 8)}  ${formatSums(findings)} (${seconds} s)`)
  }
  const watched = await watchCatalogue(resolve(said.catalogue), show, (problem) => {
    say(problem instanceof Error ? (problem.stack ?? problem.message) : String(problem))
  })
  say('Watching the files. Ctrl+C ends it.')
  await stopSignal()
  await watched.close()
  await shown.site?.stop()
  await store.close()
}

async function openSite(
  input: DevInput,
  { site: { locale } }: Catalogue,
  { port, host }: { readonly port: number; readonly host: string },
): Promise<DevSite> {
  const site = await openDevSite(input, { port, host, locale })
  answer(`Site  ${site.address}/`)
  return site
}

function inputOf({ site: { url: _, base: __, locale: ___, ...site }, items, model }: Catalogue, api: Api): DevInput {
  const moved = movedPaths(items.values(), model.kinds)
  return { ...site, moved, execute: api.execute.bind(api), today: new Date().toISOString().slice(0, 10) }
}

const problemOf = ({ rule, message, hint, place: { path, line, column } }: Finding): DevProblem => ({
  ...{ title: rule, message, hint },
  ...{ file: path, line, column },
})

/** All errors, and what else wasn't found before; of the first reading no remarks, which are many and not news. */
function tellNew(findings: readonly Finding[], before: readonly Finding[] | undefined): void {
  const known = new Set((before ?? findings.filter(({ severity }) => severity === 'info')).map(textOf))
  const told = findings.filter((each) => each.severity === 'error' || !known.has(textOf(each)))
  if (told.length > 0) say(formatText(told))
}

const textOf = (finding: Finding): string => formatText([finding])
