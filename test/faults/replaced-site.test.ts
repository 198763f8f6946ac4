import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pino } from 'pino'
import { expect, it } from 'vitest'
import { createApi } from '../../api/execute.ts'
import { serve } from '../../api/server/serve.ts'
import { replaceFolder } from '../../site/replace-folder.ts'
import { catalogueWith } from '../graph/catalogue/catalogue-folder.ts'
import { teams } from '../graph/load/loads.ts'
import { loadedStore } from '../loaded-store.ts'

it('a server whose site is built anew shows the old pages or the new ones, and never none', async () => {
  const parent = mkdtempSync(join(tmpdir(), 'tributary-replaced-'))
  const folder = join(parent, 'site')
  mkdirSync(folder)
  writeFileSync(join(folder, 'index.html'), 'site 0')
  const api = await createApi(await loadedStore(catalogueWith(teams({ a: '' }))))
  const server = await serve({ api, site: { folder, base: '/' }, log: pino({ level: 'silent' }) })
  let replacing = true
  const answers = new Set<string>()
  const client = async (): Promise<void> => {
    while (replacing) {
      const response = await fetch(server.address)
      answers.add(`${String(response.status)} ${(await response.text()).replace(/\d+/, 'N')}`)
    }
  }
  const clients = Promise.all([client(), client(), client()])
  for (let round = 1; round <= 200; round++) {
    const built = join(parent, `built-${String(round)}`)
    cpSync(folder, built, { recursive: true })
    writeFileSync(join(built, 'index.html'), `site ${String(round)}`)
    await replaceFolder(folder, built, join(parent, `before-${String(round)}`))
  }
  replacing = false
  await clients
  expect([...answers]).toStrictEqual(['200 site N'])
  await server.close()
  await api.close()
  rmSync(parent, { recursive: true })
})
