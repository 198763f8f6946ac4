import { execFile } from 'node:child_process'
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { beforeAll, describe, expect, it } from 'vitest'
import { commandTree, idPlaces } from '../../cli/completion/command-tree.ts'
import type { CommandTree } from '../../cli/completion/command-tree.ts'
import { completionsOf } from '../../cli/completion/complete.ts'
import { freshTree, keptTree } from '../../cli/completion/kept-tree.ts'
import { knownIds } from '../../cli/completion/known-ids.ts'
import { completionScript, shells } from '../../cli/completion/script.ts'
import { program } from '../../cli/main.ts'
import { openStore } from '../../graph/store/open-store.ts'
import { packageRoot } from '../../graph/package-root.ts'
import { catalogueWith, folderWith } from '../graph/catalogue/catalogue-folder.ts'
import { assetModel } from '../graph/model/asset-model.ts'
import { loadedStore } from '../loaded-store.ts'
import { tributary } from './tributary.ts'

const catalogue = catalogueWith({
  'tributary.config.yaml': 'name: own\nextends:\n  - "itil4" # built in\n  - ../no-such-layer\n',
  'teams/desk.yaml': 'name: Desk\n',
  'teams/north/field.md': '---\nname: Field\n---\n',
  'assets/laptop.yaml': 'name: Laptop\n',
  'model/assets.graphql': assetModel,
})

let tree: CommandTree
beforeAll(async () => {
  tree = await freshTree()
})
/** What may stand in the place of the last word: words, and behind them what the shell is to do with files. */
async function asked(...words: string[]): Promise<{ words: string[]; directive: string | undefined }> {
  const lines = await completionsOf(words, tree)
  return { words: lines.slice(0, -1).map((line) => line.split('\t')[0] ?? ''), directive: lines.at(-1) }
}

describe('completion', () => {
  it('completes commands, and those below them', async () => {
    expect((await asked('exp')).words).toEqual(['export'])
    expect((await asked('export', '')).words).toEqual(['json', 'csv', 'graphml', 'mermaid', 'cypher', 'archimate'])
    expect((await asked('')).words).toEqual((await program()).commands.map((each) => each.name()))
  })

  it('completes options, and their choices', async () => {
    expect((await asked('matrix', '--b')).words).toEqual(['--by'])
    expect((await asked('matrix', '--by', '')).words).toEqual(['stream', 'activity'])
    expect((await asked('completion', '')).words).toEqual(['bash', 'zsh', 'fish', 'powershell'])
    expect((await asked('impact', '--kinds', 'team,con')).words).toEqual(['team,concept', 'team,contract'])
  })

  it('completes ids of the catalogue that is asked, or their last parts', async () => {
    expect((await asked('impact', '-c', catalogue, 'team/')).words).toEqual(['team/desk', 'team/field'])
    expect((await asked('paths', `--catalogue=${catalogue}`, 'asset/laptop', 'desk')).words).toEqual(['desk'])
    const example = join(packageRoot, 'catalogues/example')
    expect((await asked('export', 'mermaid', '-c', example, '--of', 'tick')).words).toContain('ticketing')
    expect((await asked('stream', '-c', example, 'resolve-user-incident-')).words).toEqual([
      'resolve-user-incident-as-is',
      'resolve-user-incident-night',
    ])
  })

  it('leaves files and folders to the shell', async () => {
    expect(await asked('import', 'json', '')).toEqual({ words: [], directive: ':0' })
    expect(await asked('export', 'csv', '--out', '')).toEqual({ words: [], directive: ':16' })
    expect((await asked('matrix', '--by', '')).directive).toBe(':4')
  })

  it('knows the place of every id', async () => {
    const root = await program()
    const known = commandTree(root, []).commands.flatMap(({ path, options, arguments: places }) => [
      ...places.flatMap(({ name, ids }) => (ids === undefined ? [] : [`${path} ${name}`])),
      ...options.flatMap(({ long, ids }) => (ids === undefined ? [] : [`${path} --${long}`])),
    ])
    const said = Object.entries(idPlaces).flatMap(([path, places]) =>
      Object.keys(places).map((name) => `${path} ${name}`),
    )
    expect(known.sort()).toEqual(said.sort())
    const described = (command: typeof root, path: string): string[] => [
      ...command.registeredArguments.flatMap((each) =>
        /\bids?\b/.test(each.description) && !each.description.includes('new id') ? [`${path} ${each.name()}`] : [],
      ),
      ...command.commands.flatMap((each) => described(each, `${path} ${each.name()}`.trim())),
    ]
    expect(known).toEqual(expect.arrayContaining(described(root, '')))
  })
})

describe('ids', () => {
  it('are read off a catalogue’s files and its layers’, its own kinds included', async () => {
    const ids = await knownIds({ catalogue, store: 'memory:' }, tree.kinds)
    expect(ids).toEqual(
      expect.arrayContaining(['asset/laptop', 'practice/incident-management', 'team/desk', 'team/field']),
    )
    expect(ids).toEqual([...ids].sort())
  })

  it('are kept beside the loaded graph, until the next load', async () => {
    const folder = join(folderWith({}), 'graph')
    const store = `file:${folder}`
    const load = async (files: Record<string, string>) =>
      (await loadedStore(catalogueWith(files), await openStore(store))).close()
    await load({ 'teams/a.yaml': 'name: A\n' })
    expect(await knownIds({ store }, tree.kinds)).toEqual(['team/a'])
    const kept = readFileSync(join(folder, 'ids.json'), 'utf8')
    writeFileSync(join(folder, 'ids.json'), kept.replace('team/a', 'team/kept'))
    expect(await knownIds({ store }, tree.kinds)).toEqual(['team/kept'])
    await load({ 'teams/a.yaml': 'name: A\n', 'teams/b.yaml': 'name: B\n' })
    expect(await knownIds({ store }, tree.kinds)).toEqual(['team/a', 'team/b'])
  })
})

describe('the kept command line', () => {
  it('is what it was when it was kept, and made anew when a command has changed', async () => {
    const folder = folderWith({})
    expect(await keptTree(folder)).toEqual(JSON.parse(JSON.stringify(tree)))
    const path = join(folder, 'commands.json')
    const kept = JSON.parse(readFileSync(path, 'utf8')) as { stamp: string; tree: CommandTree }
    writeFileSync(path, JSON.stringify({ ...kept, tree: { commands: [], kinds: [] } }))
    expect((await keptTree(folder)).commands).toEqual([])
    writeFileSync(path, JSON.stringify({ stamp: 'of another version', tree: { commands: [], kinds: [] } }))
    expect(await keptTree(folder)).toEqual(JSON.parse(JSON.stringify(tree)))
    writeFileSync(path, 'not JSON')
    expect(await keptTree(folder)).toEqual(JSON.parse(JSON.stringify(tree)))
  })
})

describe('a shell', () => {
  const cache = folderWith({})

  it.each(shells)('%s gets a script that asks tributary', async (shell) => {
    const { stdout, code } = await tributary(['completion', shell])
    expect([code, stdout]).toEqual([0, `${completionScript(shell)}\n`])
    expect(stdout).toMatch(/tributary complete '?--/)
  })

  it('bash may read again without complaint', () => {
    expect(completionScript('bash')).not.toMatch(/^\s*readonly /m)
  })

  it('is answered as it asks', async () => {
    const env = { XDG_CACHE_HOME: cache }
    const { stdout, stderr, code } = await tributary(
      ['complete', '--', 'draw', '-c', 'catalogues/example', 'resolve-user-incident-n'],
      { env },
    )
    expect([code, stderr, stdout]).toEqual([0, '', 'resolve-user-incident-night\t\n:4\n'])
    expect(readdirSync(join(cache, 'tributary'))).toEqual(['commands.json'])
  })

  it('bash completes what is typed', async () => {
    const bin = join(folderWith({}), 'bin')
    mkdirSync(bin)
    const cli = join(packageRoot, 'cli/tributary.mjs')
    writeFileSync(join(bin, 'tributary'), `#!/bin/sh\nexec "${process.execPath}" "${cli}" "$@"\n`, { mode: 0o755 })
    // What the package bash-completion brings, for words without colons.
    const script = `
      _get_comp_words_by_ref() { cur="\${COMP_WORDS[COMP_CWORD]}"; prev="\${COMP_WORDS[COMP_CWORD-1]}"; words=("\${COMP_WORDS[@]}"); cword=$COMP_CWORD; }
      compopt() { :; }
      ${completionScript('bash')}
      COMP_WORDS=(tributary impact -c catalogues/example application/ticke); COMP_CWORD=4
      __tributary_complete; echo "\${COMPREPLY[@]}"`
    const { stdout } = await promisify(execFile)('bash', ['-c', script], {
      cwd: packageRoot,
      env: { ...process.env, PATH: `${bin}:${process.env['PATH'] ?? ''}`, XDG_CACHE_HOME: cache },
    })
    expect(stdout).toBe('application/ticketing\n')
  })
})
