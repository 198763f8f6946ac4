import { levels } from '../../impact/states.ts'
import { supplierConcentration } from '../../impact/supplier-concentration.ts'
import type { Hanging } from '../../impact/supplier-concentration.ts'
import type { SupplierCapacity, SupplierFacts } from '../../impact/supplier-capacities.ts'
import { itemOf } from '../view.ts'
import type { NamedItem, SideView } from '../view.ts'
import { placesTaken } from './places-taken.ts'
import { byName, counted } from './topic.ts'
import type { Effect, Found, Topic } from './topic.ts'

/** Suppliers on which more or less hangs than before. `others` are streams and services that hang on it otherwise than before; where one takes another's place, the other comes first. */
export const topic: Topic = {
  name: 'supplier-load',
  title: 'What hangs on suppliers',
  verdict: {
    WORSE: counted('supplier carries more', 'suppliers carry more'),
    BETTER: counted('supplier carries less', 'suppliers carry less'),
    NEUTRAL: counted(
      'supplier takes another’s place or carries other things',
      'suppliers take others’ places or carry other things',
    ),
  },
  find(before, after) {
    const loads = changedLoads(before, after)
    const none = (load: Load): boolean => load.size === 0
    const gone = loads.filter(({ now }) => none(now))
    const come = loads.filter(({ old }) => none(old))
    const { pairs, rest } = placesTaken(gone, come, placeOf)
    return [...rest, ...loads.filter(({ old, now }) => !none(old) && !none(now))]
      .map(({ item, others, old, now }): Found => {
        return { effect: effectOf(old, now), item, others, sentence: said(item.name, old, now) }
      })
      .concat(pairs.map(({ gone: left, come: { item, others, now } }) => taken(left.item, item, others, now)))
      .sort((a, b) => byName(a.item, b.item))
  },
}

/** A supplier on which other things hang than before. */
interface LoadChange {
  readonly item: NamedItem
  /** Streams and services of both sides that hang on it otherwise. */
  readonly others: readonly NamedItem[]
  readonly old: Load
  readonly now: Load
}

function changedLoads(before: SideView, after: SideView): LoadChange[] {
  const [was, is] = [loadsIn(before), loadsIn(after)]
  return [...new Set([...was.keys(), ...is.keys()])].flatMap((id): LoadChange[] => {
    const [old, now] = [was.get(id) ?? nothing, is.get(id) ?? nothing]
    const others = [...new Set([...old.keys(), ...now.keys()])]
      .filter((target) => howIn(old, target) !== howIn(now, target))
      // What came or went itself, with its own needs, is no matter of the supplier's.
      .filter((target) => before.item(target) !== undefined && after.item(target) !== undefined)
      .map((target) => itemOf(before, after, target))
      .sort(byName)
    return others.length === 0 ? [] : [{ item: itemOf(before, after, id), others, old, now }]
  })
}

const howIn = (load: Load, target: string): string => JSON.stringify(load.get(target) ?? null)

const placeOf = ({ old, now }: LoadChange): string => {
  const load = old.size === 0 ? now : old
  return [...load.keys()]
    .sort()
    .map((target) => `${target} ${howIn(load, target)}`)
    .join()
}

function taken(gone: NamedItem, come: NamedItem, others: readonly NamedItem[], now: Load): Found {
  const alone = aloneIn(now)
  const sentence = `${come.name} takes the place of ${gone.name}: ${hangs(alone)} on it alone, ${now.size - alone} with an alternative or weakly.`
  return { effect: 'NEUTRAL', item: come, others: [gone, ...others], sentence }
}

const hangs = counted('value stream or service hangs', 'value streams and services hang')

/** The worst that a supplier's failure does to each stream and service, by its id. */
type Load = ReadonlyMap<string, { readonly level: number; readonly alone: boolean }>
const nothing: Load = new Map()

/** In what capacities a supplier fails by itself: makers and owners are told for the record. */
const failing: ReadonlySet<SupplierCapacity> = new Set(['CONTRACT_HOLDER', 'SUBCONTRACTOR'])

function loadsIn(view: SideView): ReadonlyMap<string, Load> {
  const found = supplierConcentration(
    view.index,
    view.itemsOf('Supplier').map(({ id, name }) => factsOf(view, id, name)),
    () => undefined,
  )
  return new Map(
    found.map(({ supplier, capacities }) => [
      supplier.id,
      worst(
        capacities
          .filter(({ as }) => failing.has(as))
          .flatMap(({ streams, services }): readonly Hanging[] => [...streams, ...services]),
      ),
    ]),
  )
}

function worst(hanging: readonly Hanging[]): Load {
  const load = new Map<string, { level: number; alone: boolean }>()
  for (const { id, state, alone } of hanging) {
    const known = load.get(id)
    if (known === undefined || known.level < levels[state]) load.set(id, { level: levels[state], alone })
  }
  return load
}

function factsOf(view: SideView, id: string, name: string): SupplierFacts {
  return {
    ...{ id, name },
    subcontracts: view
      .to(id, 'AGREED_WITH')
      .filter(({ properties }) => properties['as'] === 'SUBCONTRACTOR')
      .map(({ from }) => from),
    makes: view.to(id, 'MADE_BY').map(({ from }) => from),
    owns: view.to(id, 'BELONGS_TO').map(({ from }) => from),
  }
}

const aloneIn = (load: Load): number => [...load.values()].filter(({ alone }) => alone).length

/** First by what hangs on it alone, then by all that does, then by how badly. */
function effectOf(old: Load, now: Load): Effect {
  const harm = (load: Load): number => [...load.values()].reduce((sum, { level }) => sum + level, 0)
  const more = aloneIn(now) - aloneIn(old) || now.size - old.size || harm(now) - harm(old)
  return more > 0 ? 'WORSE' : more < 0 ? 'BETTER' : 'NEUTRAL'
}

function said(name: string, old: Load, now: Load): string {
  const [before, after] = [aloneIn(old), aloneIn(now)]
  const was = (number: number): string => `(before: ${number})`
  return `${hangs(after)} on ${name} alone ${was(before)}, ${now.size - after} with an alternative or weakly ${was(old.size - before)}.`
}
