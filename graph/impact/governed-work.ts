import type { IndexedSnapshot } from './index-snapshot.ts'
import { dependentsAlong, kindOf, neededAlong } from './neighbours.ts'

/** One way from something that is governed to whom the work in it leans on: ids. What isn't on the way is left out. */
export interface WorkRow {
  /** Those that work the step, or the governed practice where it works in none. */
  readonly practices: readonly string[]
  readonly stream?: string
  readonly step?: string
  readonly resource?: string
  readonly contract?: string
  readonly supplier?: string
}

/** Relations from a step to what it is done with and by. */
const ofSteps = [
  ...['PERFORMED_BY', 'FOLLOWS_PROCEDURE', 'NEEDS_SKILL', 'NEEDS_INFORMATION', 'NEEDS_TOOL'],
  ...['RELIES_ON', 'NEEDS'],
]

/**
 * Where something governed has its part in the work: steps with their resources, these with the contracts that cover them,
 * and contracts with their suppliers. Of a practice the steps that it works and its other resources; of a stream or an
 * activity the steps; of a service its streams and what it is based on; of a resource the steps that need it; of a contract
 * and a supplier also the resources that stand on it.
 * @param isResource whether items of a kind are resources.
 */
export function workOf(index: IndexedSnapshot, id: string, isResource: (kind: string) => boolean): WorkRow[] {
  const steps = (...ids: readonly string[]): WorkRow[] => ids.flatMap((step) => workOfStep(index, step))
  const leanOn = (ids: readonly string[]): Cells[] => ids.flatMap((each) => cellsOf(index, each))
  const bare = (cells: readonly Cells[]): WorkRow[] => cells.map((each) => ({ practices: [], ...each }))
  const isCovered = (covered: string): boolean =>
    isResource(covered) && covered !== 'Contract' && covered !== 'Supplier'
  const kind = kindOf(index, id) ?? ''
  switch (kind) {
    case 'Practice': {
      const inSteps = steps(...dependentsAlong(index, id, 'WORKED_BY'))
      const known = new Set(
        inSteps.flatMap(({ resource, contract, supplier }) => resource ?? contract ?? supplier ?? []),
      )
      const others = neededAlong(index, id, 'USES', 'NEEDS').filter((resource) => !known.has(resource))
      return [...inSteps, ...leanOn(others).map((each) => ({ practices: [id], ...each }))]
    }
    case 'ValueStream':
      return steps(...neededAlong(index, id, 'HAS_STEP'))
    case 'Activity':
      return steps(...dependentsAlong(index, id, 'VISITS'))
    case 'Step':
      return steps(id)
    case 'Product':
      return bare(leanOn(neededAlong(index, id, 'COMPOSED_OF', 'NEEDS')))
    case 'Service': {
      const streams = neededAlong(index, id, 'PART_OF_SERVICE')
      const products = neededAlong(index, id, 'BASED_ON_PRODUCT')
      const based = products.flatMap((product) => neededAlong(index, product, 'COMPOSED_OF', 'NEEDS'))
      const needed = neededAlong(index, id, 'NEEDS', 'COVERS')
      return [
        ...steps(...streams.flatMap((stream) => neededAlong(index, stream, 'HAS_STEP'))),
        ...bare(leanOn([...new Set([...based, ...needed])])),
      ]
    }
    case 'Contract': {
      const covered = dependentsAlong(index, id, 'COVERS').filter((each) => isCovered(kindOf(index, each) ?? ''))
      const behind = covered.flatMap((each) => usersOf(index, each)).filter(({ contract }) => contract === id)
      return [...behind, ...besides(behind, usersOf(index, id))]
    }
    case 'Supplier': {
      const contracts = dependentsAlong(index, id, 'AGREED_WITH').flatMap((each) => workOf(index, each, isResource))
      const behind = contracts.filter(({ supplier }) => supplier === id)
      return [...behind, ...besides(behind, usersOf(index, id))]
    }
    default:
      return isResource(kind) ? usersOf(index, id) : []
  }
}

/** Of further rows, those of steps that aren't told yet; one without a step only where there is no other. */
const besides = (told: readonly WorkRow[], rows: readonly WorkRow[]): WorkRow[] =>
  rows.filter(({ step }) => told.length === 0 || (step !== undefined && told.every((row) => row.step !== step)))

/** Something that work needs, in every step that needs it; by itself where none does. */
function usersOf(index: IndexedSnapshot, id: string): WorkRow[] {
  const cells = cellsOf(index, id)
  const steps = dependentsAlong(index, id, ...ofSteps).filter((user) => kindOf(index, user) === 'Step')
  if (steps.length === 0) return cells.map((each) => ({ practices: [], ...each }))
  return steps.flatMap((step) => cells.map((each) => ({ ...placeOf(index, step), ...each })))
}

/** The last three cells of a row. */
type Cells = Pick<WorkRow, 'resource' | 'contract' | 'supplier'>

/** A step with everything that it is done with and by; one row where that is nothing. */
function workOfStep(index: IndexedSnapshot, step: string): WorkRow[] {
  const found = neededAlong(index, step, ...ofSteps).flatMap((each) => cellsOf(index, each))
  // A contract that stands behind a resource of the step is told with it.
  const behind = new Set(found.flatMap(({ resource, contract }) => (resource === undefined ? [] : (contract ?? []))))
  const cells = found.filter(({ resource, contract }) => resource !== undefined || !behind.has(contract ?? ''))
  return (cells.length === 0 ? [{}] : cells).map((each) => ({ ...placeOf(index, step), ...each }))
}

function placeOf(index: IndexedSnapshot, step: string): WorkRow {
  const [stream] = dependentsAlong(index, step, 'HAS_STEP')
  return { practices: neededAlong(index, step, 'WORKED_BY'), step, ...(stream === undefined ? {} : { stream }) }
}

/** Something that work needs, in its cell, with the contracts and suppliers behind it. */
function cellsOf(index: IndexedSnapshot, id: string): Cells[] {
  const behind = (contract: string): Cells[] => {
    const suppliers = neededAlong(index, contract, 'AGREED_WITH')
    return suppliers.length === 0 ? [{ contract }] : suppliers.map((supplier) => ({ contract, supplier }))
  }
  const kind = kindOf(index, id)
  if (kind === 'Supplier') return [{ supplier: id }]
  if (kind === 'Contract') return behind(id)
  const contracts = neededAlong(index, id, 'COVERS')
  if (contracts.length === 0) return [{ resource: id }]
  return contracts.flatMap(behind).map((each) => ({ resource: id, ...each }))
}
