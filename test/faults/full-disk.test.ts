import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { tributary } from '../cli/tributary.ts'
import { catalogueWith } from '../graph/catalogue/catalogue-folder.ts'
import { smallCatalogue } from '../graph/catalogue/small-catalogue.ts'
import { teams } from '../graph/load/loads.ts'
import { startCommand } from './command.ts'
import type { CommandOptions } from './command.ts'

describe('a disk that is full', () => {
  let folder: string
  let store: string
  /** A disk of 2 MB where one may be mounted; elsewhere files can't get larger than that, which the system tells alike. */
  let full: CommandOptions
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'tributary-full-'))
    const isMounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=2m', 'tmpfs', folder]).status === 0
    full = isMounted ? {} : { largestFile: 256 }
    store = `file:${join(folder, 'graph')}`
    mkdirSync(join(folder, 'site'))
    writeFileSync(join(folder, 'site/index.html'), '<h1>old</h1>')
    const load = await tributary(['load', '--store', store, '--catalogue', catalogueWith(smallCatalogue)])
    expect(load.code, load.stderr).toBe(0)
  })
  afterAll(() => {
    spawnSync('umount', [folder])
    rmSync(folder, { recursive: true, force: true })
  })

  const query = async () =>
    (await tributary(['query', '--store', store, '{ catalogue { revision } team(id: "service-desk") { name } }']))
      .stdout

  it('has a load say so, and leave the graph as it was', async () => {
    const before = await query()
    expect(before).toContain('Service desk team')
    const text = 'x'.repeat(2_000)
    const many = teams(
      Object.fromEntries(Array.from({ length: 3_000 }, (_, number) => [`t${String(number)}`, `summary: ${text}\n`])),
    )
    const load = startCommand(
      ['load', '--store', store, '--catalogue', catalogueWith({ ...smallCatalogue, ...many })],
      full,
    )
    expect(await load.ended, load.said()).toBe(1)
    expect(load.said()).toContain('Make room on the disk')
    expect(await query()).toBe(before)
    expect(readdirSync(join(folder, 'graph')).filter((name) => name.startsWith('graph-'))).toHaveLength(1)
  })

  it('has a build say so, and leave the site as it was', async () => {
    const build = startCommand(['build', '--store', store, '--site', join(folder, 'site')], full)
    expect(await build.ended, build.said()).toBe(1)
    expect(build.said()).toContain('Make room on the disk')
    expect(readdirSync(join(folder, 'site'))).toStrictEqual(['index.html'])
    expect(readFileSync(join(folder, 'site/index.html'), 'utf8')).toBe('<h1>old</h1>')
    expect(readdirSync(folder).toSorted()).toStrictEqual(['graph', 'site'])
  })
})
