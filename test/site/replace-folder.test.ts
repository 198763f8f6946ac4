import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { clearKilled, fillFolder, replaceFolder, workFolder } from '../../site/replace-folder.ts'

let parent: string
beforeEach(() => {
  parent = mkdtempSync(join(tmpdir(), 'tributary-replace-'))
  for (const [folder, files] of Object.entries({
    old: ['same.html', 'gone/index.html'],
    new: ['same.html', 'added.html'],
  })) {
    for (const file of files) {
      mkdirSync(join(parent, folder, file, '..'), { recursive: true })
      writeFileSync(join(parent, folder, file), folder)
    }
  }
})
afterEach(() => {
  rmSync(parent, { recursive: true })
})

const files = (): string[] => readdirSync(join(parent, 'old')).sort()

describe('replaceFolder', () => {
  it('puts the new folder where the old one was', async () => {
    await replaceFolder(join(parent, 'old'), join(parent, 'new'), join(parent, 'aside'))
    expect(files()).toStrictEqual(['added.html', 'same.html'])
    expect(existsSync(join(parent, 'new'))).toBe(false)
  })

  it('fills the folder where it can’t be renamed', async () => {
    await replaceFolder(join(parent, 'old'), join(parent, 'new'), join(parent, 'not/there/aside'))
    expect(files()).toStrictEqual(['added.html', 'same.html'])
    expect(readFileSync(join(parent, 'old/same.html'), 'utf8')).toBe('new')
  })
})

it('fillFolder makes one folder what another is', async () => {
  await fillFolder(join(parent, 'old'), join(parent, 'new'))
  expect(files()).toStrictEqual(['added.html', 'same.html'])
})

it('workFolder lies beside the folder, or elsewhere where there is no beside', async () => {
  expect(await workFolder(join(parent, 'old'))).toContain(join(parent, '.old-'))
  const elsewhere = await workFolder(join(parent, 'not/there/site'))
  expect(elsewhere).toContain('tributary.site-')
  rmSync(elsewhere, { recursive: true })
})

describe('clearKilled', () => {
  /** Higher than the system gives. */
  const gone = '99999999'

  it('removes the work folders of processes that are gone, and no others', async () => {
    const running = await workFolder(join(parent, 'other'))
    const others = [`.old-${String(process.ppid)}-abcdef`, '.old-notes', `.new-${gone}-abcdef`]
    for (const name of [`.old-${gone}-abcdef`, `.old-${String(process.pid)}-abcdef`, ...others])
      mkdirSync(join(parent, name))
    await clearKilled(join(parent, 'old'), 'before')
    const left = readdirSync(parent).filter((name) => name.startsWith('.'))
    expect(left.toSorted()).toStrictEqual([...others, basename(running)].toSorted())
  })

  it('puts back what a build had put aside that was killed then, unless something else is there', async () => {
    const aside = join(parent, `.old-${gone}-abcdef/before`)
    mkdirSync(aside, { recursive: true })
    writeFileSync(join(aside, 'same.html'), 'before')
    rmSync(join(parent, 'old'), { recursive: true })
    await clearKilled(join(parent, 'old'), 'before')
    expect(files()).toStrictEqual(['same.html'])
  })
})
