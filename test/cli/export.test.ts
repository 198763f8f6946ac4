import { spawn } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { packageRoot } from '../../graph/package-root.ts'
import { catalogueWith, folderWith } from '../graph/catalogue/catalogue-folder.ts'
import { canaryFiles } from '../exchange/export/canary-files.ts'
import { tributary } from './tributary.ts'

/** A small catalogue, of which an audience sees a part. */
const catalogue = catalogueWith(canaryFiles)

const run = (...args: readonly string[]) => tributary(['export', ...args, '--catalogue', catalogue])

describe('tributary export', () => {
  it.each(['graphml', 'cypher', 'archimate', 'mermaid'])('writes %s', async (format) => {
    const { code, stdout, stderr } = await run(format)
    expect([code, stdout.includes('Canary Ltd')]).toEqual([0, true])
    expect(stderr).toContain('11 items and 12 relations of revision 1')
  })

  it('writes what an audience sees', async () => {
    const { code, stdout } = await run('json', '--audience', 'everyone')
    expect([code, stdout.includes('team/desk'), stdout.toLowerCase().includes('canary')]).toEqual([0, true, false])
  })

  it('writes a table for each kind', async () => {
    const folder = folderWith({})
    const { code, stdout } = await run('csv', '--out', folder, '--bom')
    expect(code).toBe(0)
    const files = readdirSync(folder).sort()
    expect(files).toContain('relations.csv')
    expect(stdout.trim().split('\n').sort()).toEqual(files.map((file) => join(folder, file)))
    expect(readFileSync(join(folder, 'teams.csv'), 'utf8').startsWith('\uFEFFid,name,')).toBe(true)
  })

  it('writes one kind’s table to stdout, and no more', async () => {
    const { code, stdout } = await run('csv', '--kinds', 'teams')
    expect(code).toBe(0)
    expect(
      stdout
        .trim()
        .split('\r\n')
        .map((row) => row.split(',')[0]),
    ).toEqual(['id', 'team/canary', 'team/desk', 'team/other'])
    const several = await run('csv')
    expect([several.code, several.stdout]).toEqual([2, ''])
    expect(several.stderr).toContain('name it with --out, or one kind with --kinds')
  })

  it('writes a file as a whole, and leaves what was there where it fails', async () => {
    const folder = folderWith({ 'drawn.mmd': 'before' })
    const file = join(folder, 'sub/catalogue.json')
    const { code, stdout } = await run('json', '--out', file)
    expect([code, stdout]).toEqual([0, ''])
    expect(JSON.parse(readFileSync(file, 'utf8'))).toMatchObject({ format: 'tributary-catalogue/1', name: 'own' })
    const nothing = await run('mermaid', '--kinds', 'contract', '--out', join(folder, 'drawn.mmd'))
    expect([nothing.code, readFileSync(join(folder, 'drawn.mmd'), 'utf8')]).toEqual([1, 'before'])
    const onFolder = await run('json', '--out', folder)
    expect([onFolder.code, onFolder.stderr.includes('it is a folder: name a file')]).toEqual([2, true])
    expect(readdirSync(folder).sort()).toEqual(['drawn.mmd', 'sub'])
    expect(existsSync(`${folder}.part`)).toBe(false)
  })

  it('draws an item’s surroundings and a stream', async () => {
    const around = await run('mermaid', '--of', 'team/desk', '--kinds', 'cage')
    expect(around.stdout).toBe('flowchart LR\n  team__desk["Desk<br/>team"]\n')
    const stream = await run('mermaid', '--stream', 's')
    expect(stream.stdout).toContain('step__s__one --> step__s__two')
    const both = await run('mermaid', '--stream', 's', '--of', 'team/desk')
    expect(both.code).toBe(2)
  })

  it('takes "-" for stdout, and says how to export without a loaded graph', async () => {
    const { code, stdout } = await run('cypher', '--out', '-')
    expect([code, stdout.includes('Canary Ltd'), existsSync('-')]).toEqual([0, true, false])
    const nothing = await tributary(['export', 'json', '--store', 'memory:'])
    expect([nothing.code, nothing.stdout]).toEqual([1, ''])
    expect(nothing.stderr).toMatch(/^Nothing is loaded yet.*\nOr export a catalogue without loading it: --catalogue /)
  })

  it('says what may have been meant', async () => {
    const kind = await run('json', '--kinds', 'tean')
    expect([kind.code, kind.stderr.includes('There is no kind "tean". Did you mean "team"?')]).toEqual([2, true])
    const item = await run('mermaid', '--of', 'team/dsk')
    expect([item.code, item.stderr.includes('There is no item "team/dsk". Did you mean "team/desk"?')]).toEqual([
      2,
      true,
    ])
  })

  it('ends quietly where its reader has enough', async () => {
    const cli = join(packageRoot, 'cli/tributary.mjs')
    const child = spawn(process.execPath, [cli, 'export', 'json', '--catalogue', 'catalogues/example'], {
      cwd: packageRoot,
    })
    let stderr = ''
    child.stderr.on('data', (data: Buffer) => (stderr += data.toString()))
    child.stdout.once('data', () => child.stdout.destroy())
    const code = await new Promise((resolve) => child.on('close', resolve))
    expect(code).toBe(0)
    expect(stderr).not.toContain('EPIPE')
  })
})
