import type { CliTraceQuery } from '../generated/graphql.ts'
import { names, none } from '../text/words.ts'
import { hanging, paragraph } from '../text/wrap.ts'

type Row = CliTraceQuery['governanceTrace']['rows'][number]

const legend =
  'Below each policy, decision or principle what it governs, below that the steps, with the practices that work them, and below these: resource → contract → supplier.'

/** The ways from governance to suppliers as a tree, said once where rows have them in common. Without rows: nothing. */
export function traceTree(rows: readonly Row[], width: number): string {
  if (rows.length === 0) return ''
  const lines = [...groups(rows, ({ governor }) => governor.id)].flatMap((under) => [
    ...line(0, under[0]?.governor.id ?? '', width),
    ...[...groups(under, ({ governed }) => governed.id)].flatMap((of) => [
      ...line(1, of[0]?.governed.name ?? '', width),
      ...[...groups(of, ({ step, practices }) => step?.id ?? names(practices))].flatMap((at) => placeLines(at, width)),
    ]),
  ])
  return [paragraph(legend, width), '', ...lines].join('\n')
}

/** A step, or the practices outside of steps, with what stands behind it. Where there is no place, only that. */
function placeLines(rows: readonly Row[], width: number): string[] {
  const { step = null, stream = null, practices = [] } = rows[0] ?? {}
  const by = names(practices)
  if (step === null && by === '') return behind(rows, 2, width)
  const worked = by === '' ? '' : ` (${by})`
  const place = step === null ? `${by}, outside of steps` : `${step.name} · ${stream?.name ?? none}${worked}`
  return [...line(2, place, width), ...behind(rows, 3, width)]
}

/** What a contract or a supplier stands behind, a line each; then all else in one. */
function behind(rows: readonly Row[], depth: number, width: number): string[] {
  const covered = rows.filter(({ contract, supplier }) => contract !== null || supplier !== null)
  const others = rows.flatMap(({ resource, contract, supplier }) =>
    resource === null || contract !== null || supplier !== null ? [] : [resource],
  )
  const ways = [...groups(covered, ({ resource, contract }) => `${resource?.id ?? ''} ${contract?.id ?? ''}`)].map(way)
  return [
    ...ways.flatMap((each) => line(depth, each, width)),
    ...(others.length === 0 ? [] : line(depth, `No contract: ${names(others)}`, width)),
  ]
}

/** "Ticketing → Ticketing subscription → Deskwell Software, Kestrelby Resale"; what a way begins with is said. */
function way(rows: readonly Row[]): string {
  const suppliers = names(rows.flatMap(({ supplier }) => supplier ?? []))
  const { resource = null, contract = null } = rows[0] ?? {}
  const cells = [resource?.name, contract?.name, suppliers].filter((cell) => cell !== undefined && cell !== '')
  const begins = resource !== null ? '' : contract !== null ? 'Contract ' : 'Supplier '
  return begins + cells.join(' → ')
}

/** A point of the tree; what isn't below anything has no mark. */
const line = (depth: number, text: string, width: number): string[] => [
  hanging(depth === 0 ? '' : `${'  '.repeat(depth - 1)}- `, text, width),
]

/** Rows that have a key in common, in the order of the first of each. */
const groups = (rows: readonly Row[], keyOf: (row: Row) => string): Iterable<Row[]> => Map.groupBy(rows, keyOf).values()
