/** What a question costs that is more than reading its answer. */
export interface QuestionCost {
  /** What it costs however little is selected. */
  readonly base: number
  /** What each entry costs that `first` lets it list. */
  readonly entry?: number
  /** How many entries `first` allows at most: what a variable counts as. */
  readonly most?: number
  /** Its entries are items that are read: what is selected below counts once for each. */
  readonly readsItems?: true
}

/**
 * What questions written by hand cost, by type and field, in items that would be read in the same time: about 4 µs each,
 * measured on 10,000 generated items in the embedded store. They look at the whole catalogue, or at all of a stream.
 */
export const questionCosts: Readonly<Record<string, QuestionCost>> = {
  'Query.catalogue': { base: 1_000 },
  'Query.completeness': { base: 5_000, entry: 1, most: 100 },
  'Query.practiceMatrix': { base: 50_000 },
  'Query.findings': { base: 5_000, entry: 1, most: 100 },
  'Query.governanceTrace': { base: 2_000, entry: 1, most: 10_000 },
  'Query.governanceGaps': { base: 2_000 },
  'Query.impact': { base: 10_000, entry: 10, most: 10_000 },
  'Query.model': { base: 1_000 },
  'Query.changeImpact': { base: 5_000, entry: 1, most: 10_000 },
  'Query.upstream': { base: 5_000, entry: 1, most: 10_000 },
  'Query.paths': { base: 2_000, entry: 1_000, most: 20 },
  'Query.revisions': { base: 1_000, entry: 1, most: 100 },
  'Query.search': { base: 20_000, entry: 1, most: 100, readsItems: true },
  'Query.singlePointsOfFailure': { base: 50_000, entry: 1, most: 10_000 },
  'Query.compareStreams': { base: 2_000 },
  'Query.supplierConcentration': { base: 50_000 },
  'Query.endingContracts': { base: 50_000 },
  'ValueStream.measures': { base: 500 },
  'ValueStream.answers': { base: 500 },
  'ValueStream.comparisons': { base: 500 },
  'ValueStream.contributions': { base: 500 },
  'Practice.contributions': { base: 1_000 },
}

/** What sorting or filtering all items of a kind costs, however few are then on the page. */
export const wholeListCost = 1_000
