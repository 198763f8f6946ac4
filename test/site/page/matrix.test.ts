import { parse } from 'csv-parse/sync'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { matrixCsv } from '../../../site/src/page/matrix-csv.ts'
import { matrixPage } from '../../../site/src/page/matrix-page.ts'
import { practicesByActivity, practicesByStream } from '../../../site/src/page/matrix.ts'
import type { MatrixGrid } from '../../../site/src/page/stream-block.ts'
import { siteCatalogue } from '../site-catalogue.ts'
import type { SiteCatalogue } from '../site-catalogue.ts'
import { itemWith } from './item.ts'

describe('the matrix of practices', () => {
  let read: SiteCatalogue
  let grids: readonly MatrixGrid[]
  beforeAll(async () => {
    read = await siteCatalogue(join(import.meta.dirname, '../../../catalogues/example'))
    const blocks = matrixPage(read.catalogue).sections.flatMap((section) => section.blocks)
    grids = blocks.flatMap((block) => (block.is === 'matrix' ? [block.grid] : []))
  })
  afterAll(() => read.api.close())

  it('has every practice, and every stream or activity: plans before what happens, activities as they are told', () => {
    expect(grids.map(({ rows }) => rows.length)).toStrictEqual([34, 34])
    expect(grids[0]?.groups.map(({ tone, columns }) => [tone, columns.length])).toStrictEqual([
      ['to-be', 5],
      ['as-is', 4],
    ])
    expect(grids[1]?.groups.flatMap(({ columns }) => columns.map(({ name }) => name))).toStrictEqual([
      'Plan',
      'Engage',
      'Design and transition',
      'Obtain/build',
      'Deliver and support',
      'Improve',
    ])
  })

  it('says a share where one is known, a number of steps where none is, and nothing where they don’t meet', () => {
    const { columns, rows } = practicesByStream(read.catalogue)
    for (const { practice, cells } of rows) {
      const contributions = read.catalogue.contributionsOf.get(practice.id) ?? []
      const shares = columns.map(({ id }) => contributions.find(({ stream }) => stream.id === id))
      expect(cells.map((cell) => cell && { share: cell.share, steps: cell.steps.length })).toStrictEqual(
        shares.map((each) => each && { share: each.share ?? undefined, steps: each.steps.length }),
      )
    }
    const texts = grids[0]?.rows.flatMap(({ cells }) => cells.map((cell) => cell?.text ?? ''))
    expect(texts).toContain('1 step')
    expect(texts).toContain('<\u00a01\u00a0%')
  })

  it('says how many practices feed nothing', () => {
    expect(grids[0]?.showEmpty).toMatch(/^Also show the \d+ practices that feed no value stream$/)
  })

  it.each([
    ['stream', practicesByStream],
    ['activity', practicesByActivity],
  ] as const)('is the same as CSV, by %s', (_, matrixOf) => {
    const matrix = matrixOf(read.catalogue)
    const [heading, ...lines] = parse(matrixCsv(matrix), { bom: true, relax_column_count: false })
    expect(heading).toHaveLength(matrix.columns.length + 1)
    expect(lines.map(([name]) => name)).toStrictEqual(matrix.rows.map(({ practice }) => practice.name))
    expect(lines.flatMap((line) => line.slice(1)).filter(Boolean)).toHaveLength(
      matrix.rows.flatMap(({ cells }) => cells).filter((cell) => cell !== undefined).length,
    )
  })
})

it('gives spreadsheets names as text, whatever signs are in them', () => {
  const csv = matrixCsv({
    by: 'activity',
    columns: [itemWith({}, 'Plan, "boldly"')],
    rows: [{ practice: itemWith({}, '=1+1'), cells: [{ steps: [itemWith({})], alone: 1, share: undefined }] }],
  })
  expect(csv).toBe('\uFEFFPractice,"Plan, ""boldly"" (steps)"\r\n\'=1+1,1\r\n')
})
