import { cpSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { builtInFolder } from '../../../graph/catalogue/built-in-layers.ts'
import { readCatalogue } from '../../../graph/catalogue/read-catalogue.ts'
import { readItem } from '../../../graph/catalogue/read-item.ts'
import { Report } from '../../../graph/catalogue/report.ts'
import type { Finding } from '../../../graph/catalogue/finding.ts'
import { kindOf } from '../../../graph/model/model.ts'
import { readModel } from '../../../graph/model/read-model.ts'
import { catalogueWith, folderWith } from './catalogue-folder.ts'
import { captureStep, smallCatalogue, streamHead } from './small-catalogue.ts'
import { today } from './findings-of.ts'
import { expectWellFormed } from './well-formed.ts'

const model = readModel()

/** Expects of findings about a file of `text` what a reader needs: a place in it, and words. */
function expectUsable(findings: readonly Finding[], lines = Infinity): void {
  for (const { place, message, rule, hint } of findings) {
    expect(place.line).toBeGreaterThanOrEqual(1)
    expect(place.line).toBeLessThanOrEqual(lines)
    expect(place.column).toBeGreaterThanOrEqual(1)
    expect(Number.isInteger(place.line) && Number.isInteger(place.column)).toBe(true)
    expect(message.trim()).not.toBe('')
    expect(message).not.toMatch(/undefined|\[object|NaN/)
    if (hint !== undefined) expect(hint.trim()).not.toBe('')
    expect(rule).toMatch(/^[a-z-]+$/)
  }
}

const folder = folderWith({})
/** What the reader says of a file with this content. */
function findingsIn(ending: string, content: string | Uint8Array): readonly Finding[] {
  const path = join(folder, `a${ending}`)
  writeFileSync(path, content)
  const report = new Report()
  readItem(
    {
      kind: kindOf(model, 'ValueStream'),
      place: { layer: 'own', path, file: `value-streams/a${ending}`, line: 1, column: 1 },
    },
    model,
    report,
  )
  return report.findings
}

/** What makes YAML hard to read. */
const tokens = [
  ...[
    '\n',
    '  ',
    '\t',
    ': ',
    ':',
    '- ',
    '-\n',
    '? ',
    '---\n',
    '...\n',
    '# ',
    '"',
    "'",
    '|\n',
    '>-\n',
    '~',
    'null',
    '{}',
    '[]',
  ],
  ...[
    '[',
    ']',
    '{',
    '}',
    ', ',
    '&a ',
    '*a',
    '*b',
    '<<: *a\n',
    '!!binary ',
    '!!set ',
    '!x ',
    '%YAML 1.1\n',
    '@',
    '`',
    '\uFEFF',
    '\u0000',
  ],
  ...[
    'name: A\n',
    'steps:\n',
    'id: x\n',
    'to: y\n',
    '__proto__: z\n',
    '1.10',
    '2026-02-30',
    '.inf',
    '0o7',
    'é',
    '🙂',
    '\r\n',
    '\u2028',
  ],
]
const mutation = fc.record({
  at: fc.nat(10_000),
  cut: fc.nat(30),
  insert: fc.array(fc.constantFrom(...tokens), { maxLength: 4 }).map((parts) => parts.join('')),
})
/** A text with pieces cut out of it and others put in. */
const mutated = (text: string) =>
  fc.array(mutation, { minLength: 1, maxLength: 5 }).map((changes) =>
    changes.reduce((now, { at, cut, insert }) => {
      const start = at % (now.length + 1)
      return now.slice(0, start) + insert + now.slice(start + cut)
    }, text),
  )

const stream = `${streamHead}links: [{title: T, url: "https://example.org"}]\nsteps:\n${captureStep}    processTime: 5 min\n`
const linesOf = (text: string) => text.split(/\r\n|[\r\n\u2028\u0085]/).length + 1

describe('the reader', () => {
  it('survives any bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), fc.constantFrom('.yaml', '.md'), (bytes, ending) =>
        expectUsable(findingsIn(ending, bytes)),
      ),
      { numRuns: 300 },
    )
  })

  it('survives any text', () => {
    const text = fc
      .array(fc.oneof(fc.constantFrom(...tokens), fc.string({ maxLength: 5 })))
      .map((parts) => parts.join(''))
    fc.assert(
      fc.property(text, (yaml) => {
        expectUsable(findingsIn('.yaml', yaml), linesOf(yaml))
        expectUsable(findingsIn('.md', `---\n${yaml}\n---\n`), linesOf(yaml) + 4)
      }),
      { numRuns: 300 },
    )
  })

  it('survives a real file with pieces missing and others in it, and says the same twice', () => {
    fc.assert(
      fc.property(mutated(stream), (yaml) => {
        const findings = findingsIn('.yaml', yaml)
        expectUsable(findings, linesOf(yaml))
        expect(findingsIn('.yaml', yaml)).toStrictEqual(findings)
      }),
      { numRuns: 400 },
    )
  })
})

describe('a catalogue with a file that somebody broke', () => {
  it('is refused with errors, or is as it should be', async () => {
    const own = catalogueWith(smallCatalogue)
    await fc.assert(
      fc.asyncProperty(mutated(`${streamHead}steps:\n${captureStep}`), async (yaml) => {
        writeFileSync(join(own, 'value-streams/resolve.yaml'), yaml)
        const { catalogue, findings } = await readCatalogue(own, { today })
        expectUsable(findings)
        expect(catalogue === undefined).toBe(findings.some((finding) => finding.severity === 'error'))
        if (catalogue !== undefined) expectWellFormed(catalogue)
      }),
      { numRuns: 60 },
    )
  })

  it('of the product is refused with errors, or is as it should be', async () => {
    const own = join(folder, 'itil4')
    cpSync(builtInFolder('itil4'), own, { recursive: true })
    const path = join(own, 'practices/incident-management.md')
    await fc.assert(
      fc.asyncProperty(mutated(readFileSync(path, 'utf8')), async (markdown) => {
        writeFileSync(path, markdown)
        const { catalogue, findings } = await readCatalogue(own, { today })
        expectUsable(findings)
        if (catalogue !== undefined) expectWellFormed(catalogue)
      }),
      { numRuns: 10 },
    )
  })
})
