import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Command } from 'commander'
import { readCatalogue } from '../../graph/catalogue/read-catalogue.ts'
import { jsonSchemaOf } from '../../graph/model/json-schema.ts'
import { readModel } from '../../graph/model/read-model.ts'
import { options } from '../options.ts'
import { answer } from '../progress.ts'

export const position = 7

export const command = new Command('schema')
  .description('Write a JSON Schema for each kind’s files, so that editors complete and check them as one types.')
  .addOption(options.catalogue())
  .option('-o, --out <folder>', 'folder to write them to', '.tributary/schemas')
  .addHelpText(
    'after',
    '\nFor editors with yaml-language-server, in a file’s first line:\n  # yaml-language-server: $schema=../.tributary/schemas/practice.json',
  )
  .action(async (said: { catalogue: string; out: string }) => {
    const { catalogue } = await readCatalogue(said.catalogue)
    const model = catalogue?.model ?? readModel()
    const ids = [...(catalogue?.items.keys() ?? [])]
    mkdirSync(said.out, { recursive: true })
    for (const kind of model.kinds.values()) {
      if (kind.inside !== undefined) continue
      const file = join(said.out, `${kind.idPrefix}.json`)
      writeFileSync(file, `${JSON.stringify(jsonSchemaOf(model, kind, ids), null, 2)}\n`)
      answer(file)
    }
  })
