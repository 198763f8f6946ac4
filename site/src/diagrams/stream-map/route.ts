import elkjs from 'elkjs/lib/elk.bundled.js'
import type { ELK, ElkExtendedEdge, ElkNode, ElkPort } from 'elkjs/lib/elk.bundled.js'
import { cardWidth } from './card.ts'
import { roomAbove, roomBelow } from './cells.ts'
import type { Cells } from './cells.ts'
import type { Grid, GridWay, Place } from './grid.ts'
import type { Point } from './shapes.ts'
import { UndrawableStream } from './undrawable-stream.ts'

/** Where the grid's columns and rows came to lie, and how ways run between their cells. */
export interface Routed {
  /** Left and top edges of cells. */
  readonly columns: readonly number[]
  readonly rows: readonly number[]
  /** From cell to cell; not those that run straight along their row. */
  readonly routes: ReadonlyMap<GridWay, readonly Point[]>
  readonly width: number
  readonly height: number
}

// eslint-disable-next-line @typescript-eslint/no-unnecessary-type-assertion -- Needed where types follow Node's rules.
const Elk = elkjs as unknown as new () => ELK
const elk = new Elk()

const options = {
  'elk.algorithm': 'layered',
  'elk.direction': 'RIGHT',
  'elk.edgeRouting': 'ORTHOGONAL',
  'elk.separateConnectedComponents': 'false',
  'elk.padding': '[top=8,left=12,bottom=8,right=12]',
  'elk.layered.cycleBreaking.strategy': 'INTERACTIVE',
  'elk.layered.layering.strategy': 'INTERACTIVE',
  'elk.layered.crossingMinimization.semiInteractive': 'true',
  'elk.spacing.nodeNode': '8',
  'elk.spacing.edgeNode': '8',
  'elk.spacing.edgeEdge': '9',
  'elk.layered.spacing.nodeNodeBetweenLayers': '28',
  'elk.layered.spacing.edgeNodeBetweenLayers': '17',
  'elk.layered.spacing.edgeEdgeBetweenLayers': '9',
}

/** Two ways to place cells. The quick one, two to three times as fast, nearly always keeps rows straight; the other one always. */
const quick = { 'elk.layered.nodePlacement.strategy': 'BRANDES_KOEPF', 'elk.layered.thoroughness': '2' }
const thorough = { 'elk.layered.nodePlacement.strategy': 'NETWORK_SIMPLEX', 'elk.layered.thoroughness': '7' }

/** Rails hold a row's cells in one line. */
const rail = { 'elk.layered.priority.straightness': '1000' }

/**
 * Lets ELK find room for the ways. Every cell of the grid is a node, empty or not, in the order of rows; rails between
 * neighbours keep each row straight. So lanes are kept, and ELK spaces columns and rows and routes the ways between them.
 * @throws UndrawableStream where ELK can't.
 */
export async function route(grid: Grid, cells: Cells): Promise<Routed> {
  const drawn = grid.ways.filter((way) => !cells.straight.has(way))
  const rows = cells.rows.map((_, row) => row)
  const nodes = cells.columns.flatMap((_, column) => rows.map((row) => cellNode(column, row, cells, drawn)))
  const rails = cells.columns.slice(1).flatMap((_, column) =>
    rows.map((row): ElkExtendedEdge => ({
      id: `rail ${column} ${row}`,
      sources: [`${column} ${row} e`],
      targets: [`${column + 1} ${row} w`],
      layoutOptions: rail,
    })),
  )
  const ways = drawn.map((each, i): ElkExtendedEdge => {
    const { from, to } = each
    const exit = cells.exits.get(each) === 0 ? 'e' : `exit ${i}`
    return {
      id: `way ${i}`,
      sources: [`${from.column} ${from.row} ${exit}`],
      targets: [`${to.column} ${to.row} ${cells.entries.get(each) === 0 ? 'w' : `entry ${i}`}`],
    }
  })
  const edges = [...rails, ...ways]
  const layOut = (how: typeof quick | typeof thorough): Promise<ElkNode> =>
    elk
      .layout(
        structuredClone({
          ...{ id: 'grid', children: nodes, edges },
          layoutOptions: { ...options, ...how },
        }),
      )
      .catch((error: unknown) => {
        throw new UndrawableStream(grid.places.length, grid.ways.length, error)
      })
  let found = await layOut(quick)
  if (!isStraight(found)) found = await layOut(thorough)
  const node = new Map((found.children ?? []).map((each) => [each.id, each]))
  const routes = (found.edges ?? []).slice(rails.length).map((edge) => {
    const section = edge.sections?.[0]
    return section === undefined ? [] : [section.startPoint, ...(section.bendPoints ?? []), section.endPoint]
  })
  return {
    columns: cells.columns.map((_, column) => node.get(`${column} 0`)?.x ?? 0),
    rows: rows.map((row) => node.get(`0 ${row}`)?.y ?? 0),
    routes: new Map(drawn.map((way, i) => [way, routes[i] ?? []])),
    width: found.width ?? 0,
    height: found.height ?? 0,
  }
}

/** Whether all cells of a row stand at one height. */
function isStraight({ children = [] }: ElkNode): boolean {
  const heights = new Map<string, number>()
  return children.every(({ id, y = 0 }) => {
    const row = id.slice(id.indexOf(' ') + 1)
    const height = heights.get(row) ?? y
    heights.set(row, height)
    return Math.abs(height - y) < 0.5
  })
}

/** A cell, with a port in the middle of both sides, and one for each way that leaves or enters elsewhere. */
function cellNode(column: number, row: number, cells: Cells, drawn: readonly GridWay[]): ElkNode {
  const { before = 0, after = 0 } = cells.columns[column] ?? {}
  const boxHeight = cells.rows[row]?.boxHeight ?? 0
  const width = before + cardWidth + after
  const isHere = (place: Place): boolean => place.column === column && place.row === row
  const port = (name: string, side: 'WEST' | 'EAST', below: number): ElkPort => ({
    id: `${column} ${row} ${name}`,
    x: side === 'WEST' ? 0 : width,
    y: roomAbove + boxHeight / 2 + below,
    layoutOptions: { 'elk.port.side': side },
  })
  const others = drawn.flatMap((way, i) => {
    const [exit, entry] = [cells.exits.get(way) ?? 0, cells.entries.get(way) ?? 0]
    return [
      ...(isHere(way.from) && exit !== 0 ? [port(`exit ${i}`, 'EAST', exit)] : []),
      ...(isHere(way.to) && entry !== 0 ? [port(`entry ${i}`, 'WEST', entry)] : []),
    ]
  })
  return {
    id: `${column} ${row}`,
    x: column * 1000,
    y: row * 1000,
    width,
    height: roomAbove + boxHeight + roomBelow,
    layoutOptions: { 'elk.portConstraints': 'FIXED_POS', 'elk.position': `(${column * 1000},${row * 1000})` },
    ports: [port('w', 'WEST', 0), port('e', 'EAST', 0), ...others],
  }
}
