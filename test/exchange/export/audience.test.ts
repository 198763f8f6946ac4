import { expect, it } from 'vitest'
import { exportArchimate } from '../../../exchange/export/archimate.ts'
import { exportCsv } from '../../../exchange/export/csv.ts'
import { exportCypher } from '../../../exchange/export/cypher.ts'
import type { Exported } from '../../../exchange/export/exported.ts'
import { exportGraphml } from '../../../exchange/export/graphml.ts'
import { exportJson } from '../../../exchange/export/json.ts'
import { exportMermaidStream } from '../../../exchange/export/mermaid-stream.ts'
import { exportMermaid } from '../../../exchange/export/mermaid.ts'
import { readExported } from '../../../exchange/export/read-exported.ts'
import { openAudience } from '../../../graph/audience/open-audience.ts'
import { catalogueWith } from '../../graph/catalogue/catalogue-folder.ts'
import { loadedStore } from '../../loaded-store.ts'
import { canaryFiles } from './canary-files.ts'

const store = await loadedStore(catalogueWith(canaryFiles))
const whole = await readExported(store)
const audience = await openAudience(store, 'everyone')
const seen = await readExported(audience).finally(() => audience.close())

const formats: Readonly<Record<string, (exported: Exported) => Iterable<string>>> = {
  json: exportJson,
  csv: (exported) => exportCsv(exported).flatMap(({ name, rows }) => [name, ...rows()]),
  graphml: exportGraphml,
  mermaid: exportMermaid,
  'mermaid, of a stream': (exported) => exportMermaidStream(exported, 'value-stream/s'),
  cypher: exportCypher,
  archimate: exportArchimate,
}

it.each(Object.entries(formats))('%s holds only what an audience sees', (format, write) => {
  const text = (exported: Exported): string => [...write(exported)].join('').toLowerCase()
  if (!format.includes('stream')) expect(text(whole)).toContain('canary')
  expect(text(seen)).toContain(format.includes('stream') ? 'first' : 'desk')
  expect(text(seen)).not.toContain('canary')
  expect(text(seen)).not.toMatch(/\bwing\b/)
})
