import { holdersOf, targetsOf } from '../catalogue/catalogue.ts'
import type { Catalogue, Item } from '../catalogue/catalogue.ts'
import { countsIn } from './coverage.ts'
import { organisationRisk } from './impact/organisation-risk.ts'

/** Items of this catalogue that questions are best asked about; each undefined where it has none. */
export interface Examples {
  /** The to-be stream that most practices feed. */
  readonly stream: Item | undefined
  /** An as-is stream, and the to-be stream that is to take its place. */
  readonly asIs: { readonly stream: Item; readonly toBe: Item } | undefined
  /** The practice that feeds most streams. */
  readonly practice: Item | undefined
  /** How many practices feed no stream, of those that the catalogue itself says something of. */
  readonly unfed: number
  /** The application that most items need. */
  readonly application: Item | undefined
  /** The single point of failure that most value streams and services stop with. */
  readonly worst: { readonly item: Item; readonly down: number } | undefined
  /** The service that needs most and has an owner to call. */
  readonly service: { readonly item: Item; readonly owner: Item } | undefined
  /** The contract that ends next. */
  readonly ending: { readonly contract: Item; readonly day: string } | undefined
  /** The supplier that most hangs on. */
  readonly supplier: Item | undefined
  /** The policy that governs most. */
  readonly policy: Item | undefined
  /** The skill that most activities and roles ask for, and that somebody has. */
  readonly skill: Item | undefined
  /** The procedure that is used most. */
  readonly procedure: Item | undefined
}

/** Finds them: the same for the same catalogue, those of equal weight by name. */
export function examplesOf(catalogue: Catalogue, today: string): Examples {
  const { byKind, items, streams, contributionsOf, concentrations, contractEnds } = catalogue
  const all = (kind: string): readonly Item[] => byKind.get(kind) ?? []
  const counts = countsIn(catalogue.completeness)
  const { points, depended } = organisationRisk(catalogue)
  const isPlanned = ({ values }: Item): boolean => values['perspective'] === 'TO_BE'
  const fed = ({ id }: Item): number => streams.get(id)?.contributions.length ?? 0
  const [worst] = points.filter(({ down }) => down > 0)
  const [next] = [...contractEnds.values()].filter(({ end }) => end >= today).sort((a, b) => (a.end < b.end ? -1 : 1))
  const asIs = all('ValueStream').find((each) => holdersOf(each, 'REPLACES').length > 0)
  const toBe = asIs && holdersOf(asIs, 'REPLACES')[0]?.item
  const owned = all('Service').filter((each) => targetsOf(each, 'OWNED_BY').length > 0)
  const service = most(owned, ({ holds }) => holds.length)
  const owner = service && targetsOf(service, 'OWNED_BY')[0]?.item
  const concentrated = [...concentrations.values()].find(({ capacities }) =>
    capacities.some(({ streams: some }) => some.some(({ alone }) => alone)),
  )
  const contract = items.get(next?.contract.id ?? '')
  const point = items.get(worst?.item.id ?? '')
  return {
    stream: most(all('ValueStream').filter(isPlanned), fed) ?? most(all('ValueStream'), fed),
    asIs: asIs && toBe && { stream: asIs, toBe },
    practice: most(all('Practice'), ({ id }) => contributionsOf.get(id)?.length ?? 0),
    unfed: all('Practice').filter((item) => counts(item) && !contributionsOf.has(item.id)).length,
    application: depended.find(({ item }) => item.kind.name === 'Application')?.item,
    worst: point && worst && { item: point, down: worst.down },
    service: service && owner && { item: service, owner },
    ending: contract && next && { contract, day: next.end },
    supplier: items.get(concentrated?.supplier.id ?? ''),
    policy: most(all('Policy'), (each) => targetsOf(each, 'GOVERNS').length),
    skill: most(
      all('Skill').filter((each) => holdersOf(each, 'HAS_SKILL').length > 0),
      (each) => holdersOf(each, 'CALLS_FOR').length + holdersOf(each, 'REQUIRES_SKILL').length,
    ),
    procedure: most(all('Procedure'), ({ isHeldBy }) => isHeldBy.length),
  }
}

/** The item with the highest number, the first of those that share it; none where all are 0. */
function most(items: readonly Item[], of: (item: Item) => number): Item | undefined {
  let [best, highest]: [Item | undefined, number] = [undefined, 0]
  for (const item of items) {
    const number = of(item)
    if (number > highest) [best, highest] = [item, number]
  }
  return best
}
