import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import writeExcelFile from 'write-excel-file/node'
import { guessMapping } from '../../../exchange/import/table/guess/guess-mapping.ts'
import { importTable } from '../../../exchange/import/table/import-table.ts'
import { readMapping } from '../../../exchange/import/table/mapping/read-mapping.ts'
import { bytesOf } from '../target.ts'
import type { OpenTarget, Target } from '../target.ts'
import { yamlWords } from './catalogue.ts'
import { planOf } from './plan-of.ts'

const csvText =
  'Nummer;Name;Kind;Start;Costs;Needs\n4711;"Ticket; ing";Software;31.12.2026;1.234,50 €;CRM, Mail\n4712;CRM;Software;2027-01-01;£12k;\n4713;Mail;Platform;1/2/27;-3;"a\nb"\n'
const csvWords = [
  ',',
  ';',
  '\t',
  '|',
  '"',
  '""',
  '\r\n',
  'sep=;\n',
  '\uFEFF',
  '31.12.2026',
  '1.234,50 €',
  '1e309',
  '#REF!',
  'Name',
  'Needs',
  '<b>',
  '=1+1',
]
const mappingText = (name = 'Name'): string =>
  `system: Register\nitems:\n  - kind: application\n    id: "{${name}}"\n    fields: { name: ${name} }\n`

/** The same import, of a file with any content. */
const importing =
  (
    name: string,
    mappingOf: string,
    given: Pick<Target, 'words'> & { readonly seeds: () => Promise<Uint8Array[]> },
  ): OpenTarget =>
  async (folder) => {
    const plan = await planOf(folder)
    const path = join(folder, name)
    const read = readMapping(mappingOf, 'm.yaml')
    return {
      words: given.words,
      seeds: await given.seeds(),
      attempt(input) {
        writeFileSync(path, input)
        return plan(name, (_file, known) => importTable([path], read, join(folder, 'm.yaml'), known))
      },
    }
  }

const workbook = (): Promise<Buffer> =>
  writeExcelFile(
    [
      ['Name', 'Start'],
      ['Ticketing', 'x'],
      ['CRM', ''],
    ].map((row) => row.map((value) => ({ value }))),
  ).toBuffer()

/** A table of comma-separated values. */
export const csv = importing('t.csv', mappingText(), { seeds: async () => bytesOf(csvText), words: csvWords })

/** A workbook of Excel. */
export const excel = importing('t.xlsx', mappingText(), {
  seeds: async () => [await workbook()],
  words: [
    'PK\u0003\u0004',
    'PK\u0001\u0002',
    'PK\u0005\u0006',
    'xl/worksheets/sheet1.xml',
    '[Content_Types].xml',
    '<row',
    '<c t="s">',
  ],
})

/** A list in a document. */
export const document = importing('t.yaml', mappingText('name'), {
  seeds: async () =>
    bytesOf(
      '- name: Ticketing\n  tags: [a, b]\n- { name: CRM, parts: { one: { name: x } } }\n',
      'apps:\n  a: { name: A }\n',
    ),
  words: yamlWords,
})

/** Any source, to guess a mapping from. */
export const guess: OpenTarget = async (folder) => {
  const plan = await planOf(folder)
  const names = ['t.csv', 't.json', 't.jsonl', 't.md', 't.yaml']
  return {
    seeds: bytesOf(
      csvText,
      '[{"name":"A","needs":["b"]}]',
      '{"name":"A"}\n{"name":"B"}\n',
      '---\nname: A\n---\nText\n',
      '- name: A\n',
    ),
    words: [...csvWords, ...yamlWords, '{"', '":', '[{', '}]'],
    async attempt(input) {
      for (const name of names) {
        const path = join(folder, name)
        writeFileSync(path, input)
        await plan(name, async (file, known) => {
          const mapping = readMapping(await guessMapping([path], {}, known.model), file)
          return importTable([path], mapping, join(folder, 'm.yaml'), known)
        })
      }
    },
  }
}

/** A mapping of tables. */
export const mapping: OpenTarget = async (folder) => {
  const plan = await planOf(folder)
  const path = join(folder, 't.csv')
  writeFileSync(path, csvText)
  return {
    seeds: bytesOf(
      mappingText(),
      `system: Register\nsame: { Software: application }\nsources:\n  - file: t.csv\n    delimiter: ";"\n    items:\n      - kind: application\n        id: "{Nummer}-{Name}"\n        when: { column: Kind, is: Software }\n        fields:\n          name: Name\n          needs: { column: Needs, split: ",", kind: application }\n`,
    ),
    words: [
      ...yamlWords,
      'kind: ',
      'fields:\n',
      'column: ',
      'split: ',
      'items:\n',
      'sources:\n',
      'when: ',
      '{Name}',
      'rows: ',
      'heading: ',
      'encoding: ',
    ],
    attempt: (input) =>
      plan('m.yaml', (file, known) =>
        importTable([path], readMapping(Buffer.from(input).toString(), file), join(folder, file), known),
      ),
  }
}
