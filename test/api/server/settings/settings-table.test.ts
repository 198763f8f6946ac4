import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { settingsJsonSchema } from '../../../../api/server/settings/settings.ts'
import { packageRoot } from '../../../../graph/package-root.ts'

/** A part of a JSON Schema, as far as the table needs it. */
interface Described {
  readonly description?: string
  readonly default?: unknown
  readonly properties?: Readonly<Record<string, Described>>
}

const oneSpace = (line: string): string => line.replaceAll(/ +/g, ' ')

/** A row for each setting: its name with its sections', what it is where nobody says it, and what it is. */
function rows({ properties = {} }: Described, within = ''): string[] {
  return Object.entries(properties).flatMap(([name, each]) => {
    const path = within + name
    if (each.properties !== undefined) return rows(each, `${path}.`)
    const usual = each.default === undefined ? '' : `\`${JSON.stringify(each.default)}\``
    return [oneSpace(`| \`${path}\` | ${usual} | ${(each.description ?? '').replaceAll('*', '\\*')} |`)]
  })
}

describe('the documentation of the settings', () => {
  it('has every setting with its default and description, and none that there isn’t', () => {
    const text = readFileSync(join(packageRoot, 'docs/operating.md'), 'utf8')
    const [, settings = ''] = text.split(/^## Settings$/m)
    const [section = ''] = settings.split(/^## /m)
    const written = section
      .split('\n')
      .filter((line) => line.startsWith('| `'))
      .map(oneSpace)
    // Whoever changes a setting copies its row from here.
    expect(written).toEqual(rows(settingsJsonSchema()))
  })
})
