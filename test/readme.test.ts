import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Command } from 'commander'
import { describe, expect, it } from 'vitest'
import { program } from '../cli/main.ts'
import { audienceSettings } from '../graph/catalogue/read-audiences.ts'
import { calendarSettings, configSettings, siteSettings } from '../graph/catalogue/config-settings.ts'
import { allAdapters } from '../graph/store/adapter.ts'
import { packageRoot } from '../graph/package-root.ts'

/** What people read: the README, and the pages that it leads to. */
const readme = ['README.md', ...globSync('docs/*.md', { cwd: packageRoot })]
  .map((file) => readFileSync(join(packageRoot, file), 'utf8'))
  .join('\n')
/** A command and those within it. */
const within = (command: Command): Command[] => [command, ...command.commands.flatMap(within)]
const missing = (names: readonly string[]): string[] => names.filter((name) => !readme.includes(name))

describe('README', () => {
  it('names every command and option', async () => {
    const root = await program()
    const commands = root.commands.map((command) => `tributary ${command.name()}`)
    const options = within(root).flatMap((command) => command.options.map((option) => `\`${option.long ?? ''}\``))
    expect(commands.length).toBeGreaterThan(6)
    expect(missing([...commands, ...options])).toEqual([])
  })

  it('names no option that there isn’t', async () => {
    const root = await program()
    const known = within(root).flatMap((command) => command.options.map((option) => option.long))
    const named = [...readme.matchAll(/`(--[a-z-]+)`/g)].map((match) => match[1])
    expect(named.filter((option) => option !== '--help' && !known.includes(option))).toEqual([])
  })

  it('names every setting', () => {
    expect(
      missing(
        [...configSettings, ...calendarSettings, ...siteSettings, ...audienceSettings].map(
          (setting) => `\`${setting.name}\``,
        ),
      ),
    ).toEqual([])
    expect(missing(['`rules`', '`calendar`', '`site`', '`audiences`', '`fields`'])).toEqual([])
  })

  it('names every environment variable', () => {
    const sources = globSync('{api,authoring,cli,exchange,graph,site}/**/*.{ts,mjs}', {
      cwd: packageRoot,
      exclude: (path) => path.includes('node_modules'),
    })
    const text = sources.map((file) => readFileSync(join(packageRoot, file), 'utf8')).join('\n')
    const uses = [...text.matchAll(/(?:env(?:ironment)?(?:\.|\[')|\.env\(')([A-Z][A-Z0-9_]+)\b(?!'\] = )/g)].map(
      (match) => match[1] ?? '',
    )
    const destructured = [...text.matchAll(/\{([^}]*)\} = process\.env/g)].flatMap((match) =>
      [...(match[1] ?? '').matchAll(/[A-Z][A-Z0-9_]{2,}/g)].map(String),
    )
    expect(new Set([...uses, ...destructured])).toContain('NEO4J_PASSWORD')
    expect(missing([...new Set([...uses, ...destructured])])).toEqual([])
  })

  it('names every store', async () => {
    const schemes = (await allAdapters()).flatMap((adapter) => adapter.schemes)
    expect(missing(schemes.map((scheme) => scheme.replace(/^.*\+/, '+')))).toEqual([])
  })
})
