import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { Command } from 'commander'
import { importArchimate } from '../../exchange/import/archimate/import-archimate.ts'
import { readMapping } from '../../exchange/import/archimate/read-mapping.ts'
import { Failure } from '../failure.ts'
import { importOptions, runImport } from './run-import.ts'
import type { ImportSaid } from './run-import.ts'

/** What the command line said, by option. */
interface Said extends ImportSaid {
  readonly mapping?: string
  readonly language?: string
}

export const command = importOptions(
  new Command('archimate')
    .description('Import a model from the Open Group’s ArchiMate exchange file (3.0 to 3.2).')
    .argument('<model>', 'the exchange file: .xml')
    .option('--mapping <file>', 'YAML file that says what types of elements and properties become')
    .option('--language <code>', 'language of names and texts, as the model names it: en'),
  { into: 'imports/archimate', system: 'ArchiMate' },
)
  .addHelpText(
    'after',
    `
Elements become items, relationships their relations, groups and views tags; what fits no kind is left out, with the
reason. Dependence that runs through elements that are no items is kept. A mapping file changes what types become:

  types:
    BusinessActor: [{ kind: supplier, when: { property: External, is: 'true' } }, { kind: team }]
    Capability: { kind: practice, fields: { group: GENERAL_MANAGEMENT } }
    ApplicationService: none
  properties: { Vendor: maker }

  $ tributary import archimate model.xml
  $ tributary import archimate model.xml --mapping types.yaml --language en --apply`,
  )
  .action(async (model: string, said: Said) => {
    await runImport(said, async (known) => {
      const { language, mapping: path } = said
      const mapping = path === undefined ? undefined : readMapping(read(path).toString(), basename(path), known.model)
      return importArchimate(read(model), { file: basename(model), language, mapping }, known)
    })
  })

/** @throws Failure with what to do. */
function read(path: string): Buffer {
  try {
    return readFileSync(path)
  } catch (error) {
    const { code = String(error) } = error as NodeJS.ErrnoException
    throw new Failure(`${path} can't be read: the system says ${code}.`)
  }
}
