import type { Field, Node } from '../../catalogue/read-fields.ts'
import { states } from '../states.ts'
import type { ScenarioFields } from './fields.ts'
import type { Expectation } from './scenario.ts'

/** One expectation; undefined where that was reported. */
export function readExpectation(
  node: Node,
  fields: readonly Field[],
  read: ScenarioFields,
  kinds: readonly string[],
  hasFailures: boolean,
): Expectation | undefined {
  const field = (name: string): Field | undefined => fields.find((each) => each.name === name)
  const place = read.reader.placeOf(node)
  const [byItem, byPoints] = [field('item'), field('singlePointsOf')]
  const about = byItem ?? byPoints
  if (about === undefined || (byItem !== undefined && byPoints !== undefined)) {
    read.reader.error('required', place, 'An expectation is about an "item", or "singlePointsOf" one.')
    return undefined
  }
  const item = read.id(about)
  const needsOne = (...names: readonly string[]): void => {
    if (names.some((name) => field(name) !== undefined)) return
    const all = names.map((name) => `"${name}"`).join(' or ')
    read.reader.error('required', place, `An expectation with "${about.name}" needs ${all}.`)
  }
  if (about === byItem) {
    read.only(['item', 'is', 'atWorst'], fields, 'An expectation of an item')
    needsOne('is', 'atWorst')
    if (!hasFailures) {
      const hint = 'Say what fails: "fail: {application/ticketing: DOWN}".'
      read.reader.error('required', place, 'Without "fail", every item is OK.', hint)
    }
    const [is, atWorst] = [field('is'), field('atWorst')]
    return (
      item && { about: 'item', item, is: is && read.word(is, states), atWorst: atWorst && read.word(atWorst, states) }
    )
  }
  read.only(['singlePointsOf', 'kinds', 'atMost', 'noneOf'], fields, 'An expectation of single points')
  needsOne('atMost', 'noneOf')
  const [ofKinds, atMost, noneOf] = [field('kinds'), field('atMost'), field('noneOf')]
  const most = atMost && read.value(atMost, 'Int')
  const of = ofKinds && read.words(ofKinds, kinds)
  const none = noneOf === undefined ? [] : read.ids(noneOf)
  return (
    item && {
      about: 'singlePointsOf',
      item,
      kinds: of,
      atMost: typeof most === 'number' ? most : undefined,
      noneOf: none,
    }
  )
}
