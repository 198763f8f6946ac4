import type { Catalogue } from '../catalogue/catalogue.ts'
import { linkTo } from '../links.ts'
import type { FixedPage } from '../links.ts'
import type { ItemLink } from './section.ts'

/** A question that somebody comes with, and the page that answers it. */
interface Question {
  readonly ask: string
  /** The kind whose list answers it. */
  readonly kind: string
  /** The page that answers it, where that isn't the list. */
  readonly page?: FixedPage
}

const questions: readonly Question[] = [
  { ask: 'What stops if this fails?', kind: 'ValueStream', page: 'impact/' },
  { ask: 'Which practices feed which streams?', kind: 'ValueStream', page: 'practices-and-streams/' },
  { ask: 'Which practices feed a value stream, and in which steps?', kind: 'ValueStream' },
  { ask: 'What is a practice made of, and which streams does it feed?', kind: 'Practice' },
  { ask: 'Which skills does an activity call for, and who has them?', kind: 'Activity' },
  { ask: 'What is a service based on, and who uses it?', kind: 'Service' },
  { ask: 'What needs this application?', kind: 'Application' },
  { ask: 'Who supplies what, until when, on what notice?', kind: 'Contract' },
  { ask: 'Who does what, and how do I reach them?', kind: 'Team' },
  { ask: 'What was decided, and until when does it hold?', kind: 'Decision' },
  { ask: 'Which rules hold, and for what?', kind: 'Policy' },
  { ask: 'What is being improved, and who had the idea?', kind: 'Improvement' },
  { ask: 'What is measured, and what should it be?', kind: 'Metric' },
  { ask: 'What do these words mean?', kind: 'Concept' },
]

/** The questions that this catalogue can answer: those with items to answer them. */
export function answerable({ model, byKind }: Pick<Catalogue, 'model' | 'byKind'>): ItemLink[] {
  return questions.flatMap(({ ask, kind, page }) => {
    const known = model.kinds.get(kind)
    return known === undefined || (byKind.get(kind)?.length ?? 0) === 0
      ? []
      : [{ href: linkTo(page === undefined ? { allOf: known } : { page }), name: ask }]
  })
}
