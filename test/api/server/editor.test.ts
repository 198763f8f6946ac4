import { pino } from 'pino'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createApi } from '../../../api/execute.ts'
import { serve } from '../../../api/server/serve.ts'
import type { RunningServer } from '../../../api/server/serve.ts'
import { builtInFolder } from '../../../graph/catalogue/built-in-layers.ts'
import { loadedStore } from '../../loaded-store.ts'
import { startedBrowser } from '../../site/started-browser.ts'

const browser = await startedBrowser()
const question = 'query { practice(id: "incident-management") { name } }'

describe.skipIf(browser === undefined)('the query editor in a browser', () => {
  let server: RunningServer
  beforeAll(async () => {
    const api = await createApi(await loadedStore(builtInFolder('example')))
    server = await serve({ api, port: 0, host: '127.0.0.1', log: pino({ level: 'silent' }) })
  })
  afterAll(async () => {
    await browser?.close()
    await server.close()
  })

  it('asks what is typed, by keyboard alone, and asks nobody else', async () => {
    const page = await (browser as Browser).newPage()
    const wrong: string[] = []
    const asked = new Set<string>()
    page.on('pageerror', (error) => wrong.push(error.message))
    page.on('console', (message) => message.type() === 'error' && wrong.push(message.text()))
    page.on('request', (request) => asked.add(new URL(request.url()).origin))
    await page.goto(`${server.address}/graphiql/`)
    const editor = page.locator('.graphiql-query-editor .view-lines')
    await editor.getByText('valueStreams').waitFor()
    await editor.click()
    await page.keyboard.press('ControlOrMeta+A')
    await page.keyboard.press('Delete')
    await page.keyboard.insertText(question.replaceAll(' }', ''))
    await page.keyboard.press('Tab')
    await page.locator('.graphiql-execute-button:focus').press('Enter')
    await page.locator('.graphiql-response .view-lines').getByText('Incident management').waitFor()
    expect(wrong).toEqual([])
    expect([...asked].filter((origin) => origin !== server.address && !origin.startsWith('null'))).toEqual([])
    await page.close()
  })

  it('opens with the question that its address holds', async () => {
    const page = await (browser as Browser).newPage()
    await page.goto(`${server.address}/graphiql/?${new URLSearchParams({ query: question }).toString()}`)
    await page.locator('.graphiql-query-editor .view-lines').getByText('incident-management').waitFor()
    await page.locator('.graphiql-execute-button').click()
    await page.locator('.graphiql-response .view-lines').getByText('Incident management').waitFor()
    await page.close()
  })
})
