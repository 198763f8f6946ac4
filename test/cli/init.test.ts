import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { folderWith } from '../graph/catalogue/catalogue-folder.ts'
import { tributary } from './tributary.ts'

describe('tributary init', () => {
  it('writes a catalogue without asking where nobody can answer, says what each file is, and what comes next', async () => {
    const cwd = folderWith({})
    const run = await tributary(['init', 'acme', '--title', 'Acme', '--ci', 'gitlab'], { cwd })
    expect(run.code).toBe(0)
    expect(run.stdout).toMatch(/^ {2}acme\/README\.md +what to do next: read this first$/m)
    expect(run.stdout).toMatch(/^ {2}acme\/\.gitlab-ci\.yml +checks every merge request/m)
    expect(run.stderr).toContain('Checked: no findings.')
    expect(run.stderr).toContain('  cd acme\n  npm install')
    expect(readFileSync(join(cwd, 'acme/tributary.config.yaml'), 'utf8')).toContain('name: acme\ntitle: "Acme"\n')
    const check = await tributary(['check', '--strict'], { cwd: join(cwd, 'acme') })
    expect(check).toMatchObject({ code: 0, stdout: '' })
  })

  it('leaves what is there', async () => {
    const cwd = folderWith({ 'README.md': 'Mine.\n' })
    const run = await tributary(['init', '--name', 'mine', '--ci', 'none', '--yes'], { cwd })
    expect(run.code).toBe(0)
    expect(run.stderr).toContain('There already, and left as they are:')
    expect(readFileSync(join(cwd, 'README.md'), 'utf8')).toBe('Mine.\n')
    expect(existsSync(join(cwd, '.github'))).toBe(false)
  })

  it('does nothing in a catalogue, and says so', async () => {
    const cwd = folderWith({ 'tributary.config.yaml': 'name: own\n' })
    const run = await tributary(['init', '--yes'], { cwd })
    expect(run.code).toBe(1)
    expect(run.stderr).toContain('is a catalogue already: nothing was written.')
    expect(existsSync(join(cwd, 'README.md'))).toBe(false)
  })

  it('refuses names and titles that can’t be', async () => {
    const cwd = folderWith({})
    for (const said of [
      ['--name', 'Acme IT'],
      ['--title', ' '],
      ['--title', 'Two\nlines'],
      ['--ci', 'other'],
    ]) {
      expect((await tributary(['init', 'x', '--yes', ...said], { cwd })).code).toBe(2)
    }
    expect(existsSync(join(cwd, 'x'))).toBe(false)
  })
})
