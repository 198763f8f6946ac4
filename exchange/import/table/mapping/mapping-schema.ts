import { z } from 'zod'
import type { JsonSchema } from '../../../../graph/model/json-schema.ts'
import type { Condition, LongSource, Source } from './mapping.ts'

const constant = z.union([z.string(), z.number(), z.boolean(), z.null()])
const words = z.union([z.string(), z.array(z.string()).min(1)])

/** What a field is made of. Its descriptions are the documentation: they stand in the JSON Schema and the README's table. */
const source: z.ZodType<Source> = z.lazy(() => z.union([z.string().min(1), longSource, z.array(source).min(1)]))

const longSource: z.ZodType<LongSource> = z.strictObject({
  column: words.optional().describe('The column; of several, the first that has a value (for lists: all of them).'),
  text: z.string().optional().describe('A text with columns in braces: "{Vendor} {Product}".'),
  is: z.unknown().optional().describe('The value itself, the same for every row.'),
  each: z
    .union([z.string(), z.lazy(() => longSource)])
    .optional()
    .describe('Within documents: the list whose entries this is made of, one by one.'),
  split: words.optional().describe('What divides several values in a cell: ";", or ["\\n", "|"].'),
  match: z
    .string()
    .optional()
    .describe(
      'A regular expression: its first group, or all that fits, is the value; where it doesn’t fit, there is none.',
    ),
  words: z
    .record(z.string(), constant)
    .optional()
    .describe('What the source’s words mean: {Call-off: CALL_OFF}. Empty (null): nothing.'),
  otherwise: constant
    .optional()
    .describe('What it is where the source says nothing, or a word that isn’t listed. Empty (null): nothing.'),
  date: words
    .optional()
    .describe('How days are written: dd/MM/yyyy, d MMM yyyy, yyyyMMdd, MMMM yyyy; several in a list.'),
  day: z.enum(['first', 'last']).optional().describe('Which day "March 2027" and "2027" mean: first, or last.'),
  decimal: z.enum(['.', ',']).optional().describe('The decimal sign, where 1.234 could be read with either.'),
  currency: source.optional().describe('Of amounts that don’t say it: three letters, or a column.'),
  unit: z.string().optional().describe('What bare numbers count: days, months, years, hours, min.'),
  item: words.optional().describe('The kind of item that is meant: looked up in this import and in the catalogue.'),
  by: words
    .optional()
    .describe('What it is looked up by: id, name (or alias), or a field such as number. Left out: id, then name.'),
  with: z.record(z.string(), source).optional().describe('What the relation carries: {as: …, note: …}.'),
  parts: z.record(z.string(), source).optional().describe('Of values with parts: {title: …, url: …}.'),
})

const condition: z.ZodType<Condition> = z.union([
  constant,
  z.array(constant).min(1),
  z.strictObject({
    not: z
      .union([constant, z.array(constant).min(1)])
      .optional()
      .describe('None of these.'),
    empty: z.boolean().optional().describe('Whether there is no value.'),
    match: z.string().optional().describe('A regular expression that it fits.'),
  }),
])

const entry = z.strictObject({
  kind: z.string().describe('The kind of the items.'),
  id: words
    .optional()
    .describe(
      'Their ids, with columns in braces: "{Contract ID}"; of several, the first whose columns say something. Made fit for an id. Left out: from the name.',
    ),
  when: z
    .record(z.string(), condition)
    .optional()
    .describe('Only rows in which these columns hold these values: {Status: [Live, Extended]}.'),
  each: source.optional().describe('One item of each of these values, which {each} stands for, not of each row.'),
  repeated: z
    .enum(['merge', 'number'])
    .optional()
    .describe('Rows with the same id are one item (merge), or items of their own: id-2, id-3 (number).'),
  fields: z.record(z.string(), source).optional().describe('What the fields of the kind are made of.'),
})

const sourceFields = {
  file: words.optional().describe('Files beside the mapping, * allowed. Left out: those of the command line.'),
  rows: words
    .optional()
    .describe(
      'The sheet ("*": all), or the path to the list: "services", "teams.*.services"; ".": each file is one row.',
    ),
  heading: z.int().min(1).optional().describe('The row with the headings, where it isn’t found.'),
  fill: z.array(z.string()).optional().describe('Columns of merged cells: an empty one is as the one above.'),
  encoding: z.string().optional().describe('The text’s encoding, where it isn’t found: windows-1250.'),
  delimiter: z.string().length(1).optional().describe('What divides the columns of a CSV file, where it isn’t found.'),
  html: z.boolean().optional().describe('Cells are HTML: tags are taken out, &amp; becomes &.'),
  empty: z.array(constant).optional().describe('What else stands for nothing, besides -, N/A, TBC and their like.'),
  ignore: z.array(z.string()).optional().describe('Columns that are left out on purpose: they aren’t reported.'),
}
const items = z.array(entry).min(1).describe('What is made of the rows.')

const whole = {
  system: z.string().min(1).optional().describe('What people call the system: it is named on every item and relation.'),
  same: z
    .record(z.string(), z.array(z.string()).min(1))
    .optional()
    .describe('Spellings of one name, for items and look-ups: {BT Group: [BT plc, British Telecom]}.'),
}

/** A mapping of one source. */
export const oneSource = z.strictObject({ ...whole, ...sourceFields, items })

/** A mapping of several sources of one system. */
export const severalSources = z.strictObject({
  ...whole,
  sources: z
    .array(z.strictObject({ ...sourceFields, items }))
    .min(1)
    .describe('Several sources: look-ups go across them.'),
})

/** The JSON Schema (draft 2020-12) of mapping files, for editors: `tributary import table --schema`. */
export const mappingJsonSchema = (): JsonSchema => ({
  ...z.toJSONSchema(z.union([oneSource, severalSources]), { io: 'input' }),
  title: 'Mapping of a table',
  description: 'What tributary import table makes of the rows of a source.',
})
