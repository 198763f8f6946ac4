import type { AnswerHead, Gap } from '../stream-answers.ts'
import type { Named, StreamFacts, StreamQuestion } from '../stream-facts.ts'

/**
 * What all answers have in common.
 * @param byRelations whether the catalogue's relations answer the question.
 * @param found what relations say, as a sentence; undefined where they say nothing at all.
 */
export function answerHead<Question extends StreamQuestion>(
  facts: StreamFacts,
  question: Question,
  byRelations: boolean,
  found: string | undefined,
  gaps: readonly Gap[],
): AnswerHead<Question> {
  const words = facts.inWords.filter((each) => each.question === question).map((each) => each.answer)
  const from = [...(byRelations ? ['RELATIONS' as const] : []), ...(words.length > 0 ? ['WORDS' as const] : [])]
  return {
    question,
    answered: from.length > 0,
    from,
    statement: statementOf(byRelations, words.length > 0, found),
    words,
    gaps,
  }
}

function statementOf(byRelations: boolean, inWords: boolean, found: string | undefined): string {
  if (byRelations && found !== undefined) return found
  if (inWords) return 'It is answered in words.'
  return found === undefined ? 'The catalogue has no answer.' : `The catalogue answers only a part of it: ${found}`
}

/** "1 step", "3 steps": a number with its noun. */
export function counted(number: number, one: string, several = `${one}s`): string {
  return `${number} ${number === 1 ? one : several}`
}

/** Collects entries under the items that they are about, items in the order in which they first come up. */
export function grouped<Entry>(entries: readonly (readonly [Named, Entry])[]): { item: Named; entries: Entry[] }[] {
  const groups = new Map<string, { item: Named; entries: Entry[] }>()
  for (const [item, entry] of entries) {
    const group = groups.get(item.id) ?? { item: named(item), entries: [] }
    groups.set(item.id, group)
    group.entries.push(entry)
  }
  return [...groups.values()]
}

/** An item's id and name, and nothing else. */
export function named({ id, name }: Named): Named {
  return { id, name }
}
