import { Command, Option } from 'commander'
import { editorSchemas } from '../../authoring/editor/schemas.ts'
import { SettingsError } from '../../authoring/editor/vscode.ts'
import { wireModelines, wireVscode, writeSchemas } from '../../authoring/editor/wire-editor.ts'
import { Failure } from '../failure.ts'
import { options } from '../options.ts'
import { answer } from '../progress.ts'

export const position = 160

/** What the command line said, by option. */
interface Said {
  readonly catalogue: string
  readonly out: string
  readonly editor?: 'vscode' | 'modeline'
}

export const command = new Command('schema')
  .description('Write JSON Schemas for the catalogue’s files, so that editors complete and check them as one types.')
  .addOption(options.catalogue())
  .option('-o, --out <folder>', 'folder to write them to', '.tributary/schemas')
  .addOption(
    new Option(
      '--editor <how>',
      'wire them: "vscode" into .vscode/settings.json, "modeline" into the first line of each file',
    ).choices(['vscode', 'modeline']),
  )
  .addHelpText(
    'after',
    `
There is one for each kind, config.json for tributary.config.yaml, mapping.json for mappings of table imports
(*.map.yaml), and server.json for a server's settings (tributary.server.yaml). They complete fields, words, rules and the ids of items that there are: run it again when ids were added.
Visual Studio Code needs the extension redhat.vscode-yaml; any editor with yaml-language-server reads the lines that
"modeline" writes. What is in .vscode/settings.json stays.

  $ tributary schema --editor vscode`,
  )
  .action(async (said: Said) => {
    const [{ mappingEditorSchema }, { settingsJsonSchema }] = await Promise.all([
      import('../../exchange/import/table/mapping/editor-schema.ts'),
      import('../../api/server/settings/settings.ts'),
    ])
    const server = { file: 'server.json', schema: settingsJsonSchema(), describes: { ending: 'tributary.server.yaml' } }
    const schemas = [...(await editorSchemas(said.catalogue)), mappingEditorSchema(), server]
    for (const path of writeSchemas(schemas, said.out)) answer(path)
    const wiring = { catalogue: said.catalogue, schemas: said.out, workspace: '.' }
    if (said.editor === 'vscode') {
      try {
        answer(wireVscode(schemas, wiring))
      } catch (error) {
        if (!(error instanceof SettingsError)) throw error
        throw new Failure(`.vscode/settings.json isn’t changed. ${error.message}`)
      }
    } else if (said.editor === 'modeline') for (const path of wireModelines(schemas, wiring)) answer(path)
  })
