import { describe, expect, it } from 'vitest'
import { SettingsError, vscodeSettings } from '../../../authoring/editor/vscode.ts'

const schemas = [
  { file: 'config.json', describes: { file: 'tributary.config.yaml' } },
  { file: 'team.json', describes: { folder: 'teams' } },
  { file: 'mapping.json', describes: { ending: '.map.yaml' } },
]
const here = { schemas: '.tributary/schemas', catalogue: '.' }

describe('the settings of Visual Studio Code', () => {
  it('are made where there are none', () => {
    expect(vscodeSettings(undefined, schemas, here)).toBe(`{
  "yaml.schemas": {
    "./.tributary/schemas/config.json": "tributary.config.yaml",
    "./.tributary/schemas/team.json": "teams/**/*.{yaml,yml}",
    "./.tributary/schemas/mapping.json": "*.map.yaml"
  }
}
`)
  })

  it('keep what is there, comments and other schemas included', () => {
    const before = `{
  // Two is enough.
  "editor.tabSize": 2,
  "yaml.schemas": {
    "https://example.org/other.json": "other/*.yaml", // Ours.
    "./.tributary/schemas/team.json": "old/*.yaml"
  },
}
`
    const text = vscodeSettings(before, schemas, here)
    expect(text).toContain('  // Two is enough.\n  "editor.tabSize": 2,')
    expect(text).toContain('"https://example.org/other.json": "other/*.yaml", // Ours.')
    expect(text).toContain('"./.tributary/schemas/team.json": "teams/**/*.{yaml,yml}"')
    expect(text).not.toContain('old/')
    expect(vscodeSettings(text, schemas, here)).toBe(text)
  })

  it.each(['{', '[]', 'tabSize: 2'])('aren’t touched where they can’t be read: %s', (before) => {
    expect(() => vscodeSettings(before, schemas, here)).toThrow(SettingsError)
  })
})
