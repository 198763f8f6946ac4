import type { FindingDifferences } from './finding-differences.ts'
import { allTopics } from './meaning/all-topics.ts'
import { counted } from './meaning/topic.ts'
import type { Effect, Meaning } from './meaning/topic.ts'
import { listed } from '../impact/listed.ts'

/** What a difference comes to in a few words: what gets worse, what better, what else there is to know. */
export function verdictOf(differs: boolean, meaning: readonly Meaning[], { added }: FindingDifferences): string {
  if (!differs) return 'Nothing differs.'
  const worse = [...told(meaning, 'WORSE'), ...warnings(added)]
  const parts: readonly (readonly [how: string, what: readonly string[]])[] = [
    ['Worse', worse],
    ['Better', told(meaning, 'BETTER')],
    ['To know', told(meaning, 'NEUTRAL')],
  ]
  const sentences = parts.flatMap(([how, what]) => (what.length === 0 ? [] : [`${how}: ${listed(what)}.`]))
  if (sentences.length === 0) return 'Nothing that is relied on changes.'
  return [...(worse.length === 0 ? ['Nothing gets worse.'] : []), ...sentences].join(' ')
}

function told(meaning: readonly Meaning[], effect: Effect): string[] {
  return allTopics.flatMap(({ name, verdict }) => {
    const { length } = meaning.filter((each) => each.topic === name && each.effect === effect)
    return length === 0 ? [] : (verdict[effect]?.(length) ?? [])
  })
}

function warnings(added: FindingDifferences['added']): string[] {
  const { length } = added.filter(({ severity }) => severity !== 'info')
  return length === 0 ? [] : [counted('new warning', 'new warnings')(length)]
}
