import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { packageRoot } from '../../graph/package-root.ts'
import { catalogueWith } from '../graph/catalogue/catalogue-folder.ts'
import { desktop } from '../site/opened-page.ts'
import { startedBrowser } from '../site/started-browser.ts'

const browser = await startedBrowser()
const folder = catalogueWith({
  'tributary.config.yaml': 'name: own\ntitle: Own\nextends: [itil4]\n',
  'teams/desk.yaml': 'name: Desk\nsummary: Answers calls.\n',
})
const write = (file: string, text: string): void => {
  writeFileSync(join(folder, file), text)
}

// Astro and Vite serve nothing to test runners that they know.
const { VITEST: _, NODE_ENV: __, ...env } = process.env
const child = spawn(
  process.execPath,
  [join(packageRoot, 'cli/tributary.mjs'), 'dev', '--catalogue', folder, '--port', '0'],
  { cwd: packageRoot, env },
)
let stdout = ''
let stderr = ''
child.stdout.on('data', (data: Buffer) => (stdout += data.toString()))
child.stderr.on('data', (data: Buffer) => (stderr += data.toString()))
const patience = { timeout: 60_000, interval: 50 }
const asked = (path: string): Promise<Response> => fetch(address + path)
let address = ''

beforeAll(async () => {
  await vi.waitFor(() => {
    expect(stdout, stderr).toMatch(/^Site {2}http\S+\/\n/)
  }, patience)
  address = /http\S+(?=\/\n)/.exec(stdout)?.[0] ?? ''
})

afterAll(async () => {
  await browser?.close()
  if (child.exitCode === null) {
    child.kill('SIGTERM')
    await once(child, 'exit')
  }
})

describe('tributary dev', () => {
  it('shows pages as files are, after every change', async () => {
    expect(await (await asked('/teams/desk/')).text()).toContain('Answers calls.')
    write('teams/desk.yaml', 'name: Desk\nsummary: Answers letters.\n')
    await vi.waitFor(async () => {
      expect(await (await asked('/teams/desk/')).text()).toContain('Answers letters.')
    }, patience)
    write('teams/network.yaml', 'name: Network\n')
    await vi.waitFor(async () => {
      expect((await asked('/teams/network/')).status).toBe(200)
    }, patience)
    rmSync(join(folder, 'teams/network.yaml'))
    await vi.waitFor(async () => {
      expect((await asked('/teams/network/')).status).toBe(404)
    }, patience)
  })

  it('leads people on who leave out the last slash', async () => {
    const { status, headers } = await fetch(`${address}/teams/desk?a=b`, {
      headers: { accept: 'text/html' },
      redirect: 'manual',
    })
    expect([status, headers.get('location')]).toEqual([302, '/teams/desk/?a=b'])
  })

  it('leads on from the address that an item had before it was renamed', async () => {
    const before = (): Promise<Response> => fetch(`${address}/teams/help-desk/?a=b`, { redirect: 'manual' })
    expect((await before()).status).toBe(404)
    write('teams/desk.yaml', 'name: Desk\nsummary: Answers letters.\nformerIds: [team/help-desk]\n')
    await vi.waitFor(async () => {
      const { status, headers } = await before()
      expect([status, headers.get('location')]).toEqual([302, '/teams/desk/?a=b'])
    }, patience)
    expect(await (await asked('/teams/help-desk/')).text()).toContain('Answers letters.')
  })

  it('has what scripts ask for', async () => {
    for (const path of ['/search.json', '/impact.json', '/catalogue.json', '/teams/teams.csv'])
      expect((await asked(path)).status, path).toBe(200)
  })

  it('says on stderr what is wrong, once', async () => {
    write('teams/field.yaml', 'name: Field\nsize: 3\n')
    await vi.waitFor(() => {
      expect(stderr).toMatch(/teams\/field\.yaml:2:1 {2}error {2}unknown-field/)
    }, patience)
    write('teams/field.yaml', 'name: Field\nreviewBy: 2020-01-01\n')
    await vi.waitFor(() => {
      expect(stderr).toContain('overdue-review')
    }, patience)
    const before = stderr.length
    write('teams/field.yaml', 'name: Field work\nreviewBy: 2020-01-01\n')
    await vi.waitFor(async () => {
      expect(await (await asked('/teams/field/')).text()).toContain('Field work')
    }, patience)
    expect(stderr.slice(before)).not.toMatch(/error/)
  })

  it.runIf(browser !== undefined)('lays an error over open pages, until it is mended', async () => {
    if (browser === undefined) return
    const page = await browser.newPage({ viewport: desktop })
    await page.goto(`${address}/teams/desk/`)
    await page.getByText('Answers letters.').first().waitFor()
    write('teams/desk.yaml', 'name: Desk\nsumary: Answers.\n')
    const overlay = page.locator('vite-error-overlay')
    await overlay.waitFor({ state: 'attached' })
    expect(await overlay.locator('#message-content').textContent()).toBe('Team has no field "sumary".')
    expect(await overlay.locator('#hint-content').textContent()).toBe('Did you mean "summary"?')
    write('teams/desk.yaml', 'name: Desk\nsummary: Answers everything.\n')
    await page.getByText('Answers everything.').first().waitFor()
    expect(await overlay.count()).toBe(0)
    await page.close()
  })

  it('ends with exit code 0 when it is told to', async () => {
    child.kill('SIGTERM')
    const [code] = (await once(child, 'exit')) as [number | null]
    expect(code).toBe(0)
  })
})
