import { join } from 'node:path'
import { buildClientSchema, getIntrospectionQuery, parse, printSchema, validate } from 'graphql'
import type { IntrospectionQuery } from 'graphql'
import { describe, expect, it } from 'vitest'
import { askedQuestions } from '../../../site/src/catalogue/api-questions.ts'
import { apiPage } from '../../../site/src/page/api-page.ts'
import { examplesOf } from '../../../site/src/page/examples.ts'
import { GET as schemaFile } from '../../../site/src/pages/schema.graphql.ts'
import { smallCatalogue, today } from '../built-site.ts'
import { siteCatalogue } from '../site-catalogue.ts'

const example = join(import.meta.dirname, '../../../catalogues/example')

describe('the page of the API', () => {
  it('asks the five questions of the catalogue’s own items, and shows what they are answered', async () => {
    const { api, catalogue } = await siteCatalogue(example)
    const questions = await askedQuestions(api.execute, examplesOf(catalogue, today))
    expect(questions.map(({ name }) => name)).toEqual(['practices', 'time', 'failure', 'supplier', 'governance'])
    for (const { about, query, answer } of questions) {
      expect(validate(api.schema, parse(query))).toEqual([])
      expect(answer).toBe(JSON.stringify({ data: (await api.execute(query)).data }, null, 2))
      expect(answer).toContain(about)
    }
    const [, shown] = apiPage(questions).sections
    expect(shown?.blocks.map((block) => block.is === 'part' && block.title)).toContain(
      'Which practices feed “Bring a major incident under control”, and what does each do in it?',
    )
    await api.close()
  })

  it('leaves out what a catalogue has no item for, and offers the schema with its own kinds', async () => {
    const { api, catalogue } = await siteCatalogue(smallCatalogue)
    const none = { ...examplesOf(catalogue, today), policy: undefined, supplier: undefined }
    const questions = await askedQuestions(api.execute, none)
    expect(questions.map(({ name }) => name)).not.toContain('supplier')
    const told = (await api.execute(getIntrospectionQuery())).data as unknown as IntrospectionQuery
    expect(await (await schemaFile()).text()).toBe(`${printSchema(buildClientSchema(told))}\n`)
    await api.close()
  })
})
