import { topic as alternatives } from './alternatives.ts'
import { topic as figures } from './figures.ts'
import { topic as idlePractices } from './idle-practices.ts'
import { topic as neededSuppliers } from './needed-suppliers.ts'
import { topic as owners } from './owners.ts'
import { topic as practices } from './practices.ts'
import { topic as questions } from './questions.ts'
import { topic as singlePoints } from './single-points.ts'
import { topic as streams } from './streams.ts'
import { topic as supplierLoad } from './supplier-load.ts'
import type { Topic } from './topic.ts'

/** All that a change may mean, in the order in which it is told. */
export const allTopics: readonly Topic[] = [
  streams,
  practices,
  idlePractices,
  singlePoints,
  alternatives,
  supplierLoad,
  neededSuppliers,
  owners,
  figures,
  questions,
]
