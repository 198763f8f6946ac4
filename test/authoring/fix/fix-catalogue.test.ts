import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fixCatalogue, UnknownRuleError } from '../../../authoring/fix/fix-catalogue.ts'
import { readCatalogue } from '../../../graph/catalogue/read-catalogue.ts'
import { catalogueWith, folderWith } from '../../graph/catalogue/catalogue-folder.ts'
import type { Files } from '../../graph/catalogue/catalogue-folder.ts'
import { today } from '../../graph/catalogue/findings-of.ts'
import { layered } from '../../graph/catalogue/layered.ts'
import { captureStep, smallCatalogue, streamHead } from '../../graph/catalogue/small-catalogue.ts'

const read = (folder: string, file: string): string => readFileSync(join(folder, file), 'utf8')

/** What a file becomes in the small catalogue. */
async function fixed(file: string, text: string, files: Files = {}, rules?: readonly string[]): Promise<string> {
  const folder = catalogueWith({ ...smallCatalogue, ...files, [file]: text })
  await fixCatalogue(folder, { today, ...(rules === undefined ? {} : { rules }) })
  return read(folder, file)
}

describe('what is certain is mended', () => {
  it.each([
    ['dates', 'reviewBy: 30/06/2027', 'reviewBy: 2027-06-30'],
    ['dates in quotes', `reviewBy: '3 June 2027' # soon`, 'reviewBy: 2027-06-03 # soon'],
    ['words in other case', 'lifecycle: live', 'lifecycle: LIVE'],
    ['words with spaces', 'form: "cloud service"', 'form: "cloud service"'],
    ['references in capitals', 'owner: Team/Service-Desk', 'owner: team/service-desk'],
    [
      'references to former ids',
      'needs: [application/mail, "service/post"]',
      'needs: [application/mail, application/mail]',
    ],
  ])('%s', async (_, written, wanted) => {
    const head = 'name: Ticketing   # as it is called\n\n'
    const files = { 'applications/mail.yaml': 'name: Mail\nformerIds: [service/post]\n' }
    expect(await fixed('applications/ticketing.yaml', `${head}${written}\n`, files)).toBe(`${head}${wanted}\n`)
  })

  it('in steps: durations, shares, what a relation carries', async () => {
    const step = captureStep.replace(
      '    tools: [ticketing]\n',
      '    tools: [{ to: Ticketing, criticality: essential }]\n    leadTime: "1,5 h"\n    completeAndAccurate: 94,5 %\n    optional: Yes\n',
    )
    expect(await fixed('value-streams/resolve.yaml', `${streamHead}steps:\n${step}`)).toBe(
      `${streamHead}steps:\n${step
        .replace('Ticketing, criticality: essential', 'ticketing, criticality: ESSENTIAL')
        .replace('"1,5 h"', '1.5 h')
        .replace('94,5 %', '94.5')
        .replace('Yes', 'true')}`,
    )
  })

  it('names of files in other case, and of the configuration', async () => {
    const folder = folderWith({
      'tributary.config.yml': 'name: own\n',
      'teams/Service-Desk.yaml': '\uFEFFname: Desk\r\nreviewBy: 2027-6-30\r\n',
    })
    const done = await fixCatalogue(folder, { today })
    expect(done.map(({ rule }) => rule)).toStrictEqual(['config', 'file-name', 'wrong-type'])
    expect(existsSync(join(folder, 'teams/Service-Desk.yaml'))).toBe(false)
    expect(read(folder, 'teams/service-desk.yaml')).toBe('\uFEFFname: Desk\r\nreviewBy: 2027-06-30\r\n')
    expect(read(folder, 'tributary.config.yaml')).toBe('name: own\n')
  })
})

describe('what is not certain', () => {
  it.each([
    ['a day that may be another', 'reviewBy: 3/6/2027'],
    ['a name of another field', 'lifecycel: LIVE'],
    ['a reference that may mean something else', 'owner: team/service-dsk'],
    ['a reference in several lines', 'owner: >-\n  Team/Service-Desk'],
  ])('stays: %s', async (_, written) => {
    expect(await fixed('applications/ticketing.yaml', `name: T\n${written}\n`)).toBe(`name: T\n${written}\n`)
  })

  it('is mended where somebody asks for that, where one thing is near', async () => {
    const text = 'name: T\nowner: team/service-dsk\nreviewBy: 2027-6-3\n'
    const mended = await fixed('applications/ticketing.yaml', text, {}, ['unknown-reference'])
    expect(mended).toBe('name: T\nowner: team/service-desk\nreviewBy: 2027-6-3\n')
    const two = { 'teams/service-desks.yaml': 'name: Desks\n', 'teams/service-dusk.yaml': 'name: Dusk\n' }
    expect(await fixed('applications/ticketing.yaml', text, two, ['unknown-reference'])).toBe(text)
  })
})

it('mends nothing for a rule that there isn’t, and says which may be meant', async () => {
  const folder = catalogueWith({ 'teams/a.yaml': 'name: A\nreviewBy: 2027-6-3\n' })
  const rules = ['wrong-type', 'wrong-typ']
  await expect(fixCatalogue(folder, { today, rules })).rejects.toThrow(UnknownRuleError)
  await expect(fixCatalogue(folder, { today, rules })).rejects.toThrow(
    'There is no rule "wrong-typ". Did you mean "wrong-type"?',
  )
  expect(read(folder, 'teams/a.yaml')).toBe('name: A\nreviewBy: 2027-6-3\n')
})

it('leaves files of other layers alone', async () => {
  const folder = layered({ 'teams/a.yaml': 'name: A\nreviewBy: 2027-6-3\n' }, { 'teams/b.yaml': 'name: B\n' })
  expect(await fixCatalogue(folder, { today })).toStrictEqual([])
  expect(read(join(folder, '../below'), 'teams/a.yaml')).toBe('name: A\nreviewBy: 2027-6-3\n')
  expect((await readCatalogue(folder, { today })).findings.some(({ fix }) => fix !== undefined)).toBe(false)
})

describe('whatever is written', () => {
  const line = fc.constantFrom(
    ...['reviewBy: 30/06/2027', 'reviewBy: "3/6/2027"', 'reviewBy: June 3, 2027 # when', 'lifecycle: planned'],
    ...['lifecycle: "Live"', 'owner: Team/Service-Desk', 'owner: team/help-desk', 'owner: help', 'tags: [a, ä, 😀]'],
    ...[
      'needs: [&a team/help-desk, *a]',
      'needs:\n  - {to: Team/Service-Desk, criticality: important}\n  - team/help-desk',
    ],
    ...[
      'body: |\n    Ask [us](team/help-desk)\n      or\n    [them](team/nobody).',
      "summary: 'it''s'",
      'x: y',
      '# comment',
    ],
  )
  const files = fc.record({
    lines: fc.uniqueArray(line, { maxLength: 8, selector: (each) => each.split(':')[0] }),
    mark: fc.constantFrom('', '\uFEFF'),
    newline: fc.constantFrom('\n', '\r\n'),
  })

  it('mending makes no new errors, changes nothing else, and is done once', async () => {
    await fc.assert(
      fc.asyncProperty(files, async ({ lines, mark, newline }) => {
        const text = mark + ['name: Mail', ...lines, ''].join('\n').replaceAll('\n', newline)
        const desk = 'name: Service desk team\nskills: [listening]\nformerIds: [team/help-desk]\n'
        const folder = catalogueWith({ ...smallCatalogue, 'teams/service-desk.yaml': desk })
        const path = join(folder, 'applications/mail.yaml')
        writeFileSync(path, text)
        const errors = async (): Promise<number> =>
          (await readCatalogue(folder, { today })).findings.filter(({ severity }) => severity === 'error').length
        const before = await errors()
        const done = await fixCatalogue(folder, { today })
        const after = readFileSync(path, 'utf8')
        expect(await errors()).toBeLessThanOrEqual(before)
        expect(await fixCatalogue(folder, { today })).toStrictEqual([])
        expect(readFileSync(path, 'utf8')).toBe(after)
        // Each line's edits made by hand give the same.
        const byHand = text.split('\n')
        const edits = new Map(
          done.flatMap(({ fix }) => fix?.edits ?? []).map((edit) => [`${edit.place.line}:${edit.place.column}`, edit]),
        )
        for (const { place, was, text: is } of [...edits.values()].sort((a, b) => b.place.column - a.place.column)) {
          const offset = place.column - 1 + (place.line === 1 ? mark.length : 0)
          const written = byHand[place.line - 1] ?? ''
          byHand[place.line - 1] = written.slice(0, offset) + is + written.slice(offset + was.length)
        }
        expect(after).toBe(byHand.join('\n'))
      }),
      { numRuns: 40 },
    )
  })
})
