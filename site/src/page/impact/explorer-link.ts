import { emptyQuestion, queryOf } from '../../impact/question.ts'
import type { Question } from '../../impact/question.ts'
import { linkTo } from '../../links.ts'

/** The explorer's address with one item asked about. */
export function explorerLink(id: string, direction: Question['direction'] = 'fails'): string {
  return linkTo({ page: 'impact/' }) + queryOf({ ...emptyQuestion, direction, items: [{ id, state: 'DOWN' }] })
}
