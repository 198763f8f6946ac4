import { dependants, statesAndReasons } from './dependants.ts'
import { onePractice } from './one-practice.ts'
import { practicesWithResources } from './practices-with-resources.ts'
import type { Question } from './question.ts'
import { streamPage } from './stream-page.ts'
import { streamsFedBySupplier } from './streams-fed-by-supplier.ts'

/** Everything that is asked, from the smallest to the hardest. */
export const questions: readonly Question[] = [
  onePractice,
  practicesWithResources,
  streamPage,
  streamsFedBySupplier,
  dependants,
  statesAndReasons,
]
