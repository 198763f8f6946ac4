import { Command } from 'commander'
import { slug } from '../../graph/catalogue/id-name.ts'
import { exitCodes, Failure } from '../failure.ts'
import { answer, say } from '../progress.ts'
import { explained, importOptions, runImport } from './run-import.ts'
import type { ImportSaid } from './run-import.ts'

/** What the command line said, by option. */
interface Said extends ImportSaid {
  readonly mapping?: string
  readonly guess?: true
  readonly kind?: string
  readonly rows?: string
  readonly schema?: true
}

export const command = importOptions(
  new Command('table')
    .description('Import rows of CSV and Excel files, and lists of YAML and JSON files, through a mapping.')
    .argument('[files...]', 'the files, or a folder of them; left out: those that the mapping names')
    .option('-m, --mapping <file>', 'YAML file that says what columns become')
    .option('--guess', 'write a guessed mapping to stdout, to look through and save')
    .option('--kind <kind>', 'with --guess: the kind of item that a row is')
    .option('--rows <where>', 'with --guess: the sheet, or the path to the list')
    .option('--schema', 'write the JSON Schema of mappings to stdout, for editors'),
  { into: 'imports/table', system: 'Table' },
)
  .addHelpText(
    'after',
    `
A mapping says what a row becomes: kinds, ids, fields, and what columns refer to. Begin with a guess, look it through,
then see the plan. Every row is in the catalogue, or in the report with the reason. Where the mapping says the
"system", that names the folder below imports/ too, unless --into does.

  $ tributary import table contracts.csv --guess > contracts.map.yaml
  $ tributary import table contracts.csv --mapping contracts.map.yaml
  $ tributary import table contracts.csv --mapping contracts.map.yaml --apply`,
  )
  .action(async (files: string[], said: Said, self: Command) => {
    if (said.schema) await schema()
    else if (said.guess) await guess(files, said)
    else if (said.mapping === undefined)
      throw new Failure('Say what columns become: --mapping FILE, or begin with --guess.', exitCodes.wrongUse)
    else await runMapped(files, said.mapping, said, self)
  })

// What reads mappings is loaded when it is needed: every other command would wait for it.

async function schema(): Promise<void> {
  const { mappingJsonSchema } = await import('../../exchange/import/table/mapping/mapping-schema.ts')
  answer(JSON.stringify(mappingJsonSchema(), null, 2))
}

async function runMapped(files: readonly string[], mapping: string, said: Said, self: Command): Promise<void> {
  const { importTable, openMapping } = await import('../../exchange/import/table/import-table.ts')
  const read = await explained(() => openMapping(mapping))
  const isSaid = (option: string): boolean => self.getOptionValueSource(option) !== 'default'
  const system = isSaid('system') ? said.system : (read.mapping.system ?? said.system)
  const into = isSaid('into') ? said.into : `imports/${slug(system) || 'table'}`
  await runImport({ ...said, system, into }, (known) => importTable(files, read, mapping, known))
}

async function guess(files: readonly string[], { catalogue, kind, rows }: Said): Promise<void> {
  const [{ guessMapping }, { modelFor }] = await Promise.all([
    import('../../exchange/import/table/guess/guess-mapping.ts'),
    import('../../exchange/import/table/guess/model-for.ts'),
  ])
  const text = await explained(async () => guessMapping(files, { kind, rows }, await modelFor(catalogue)))
  answer(text.trimEnd())
  say('Next: save it as FILE.map.yaml, look it through, and give it with --mapping.')
}
