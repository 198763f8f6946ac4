import { emptyQuestion, queryOf } from '../../impact/question.ts'
import type { Question } from '../../impact/question.ts'
import { linkTo } from '../../links.ts'

/** The explorer's address with one item asked about: of ways, the one from which they lead. */
export function explorerLink(id: string, direction: Question['direction'] = 'fails'): string {
  const ways = { ...emptyQuestion.ways, from: id }
  return linkTo({ page: 'impact/' }) + queryOf({ ...emptyQuestion, direction, items: [{ id, state: 'DOWN' }], ways })
}
