import { readFileSync, writeFileSync } from 'node:fs'
import { printSchema } from 'graphql'
import { readModel } from '../graph/model/read-model.ts'
import { apiSchema } from './api-schema.ts'

/** Writes `api/schema.graphql`, the API's schema for the product's own model. With `--check`: fails when it is out of date. */
const file = new URL('schema.graphql', import.meta.url)
const header =
  '# Generated from graph/model and api/fields by api/print-schema.ts. Do not edit: run `npm run schema`.\n\n'
const printed = `${header}${printSchema(apiSchema(readModel()))}\n`

if (process.argv.includes('--check')) {
  if (readFileSync(file, 'utf8') !== printed) {
    console.error('api/schema.graphql is out of date: run `npm run schema`.')
    process.exitCode = 1
  }
} else {
  writeFileSync(file, printed)
}
