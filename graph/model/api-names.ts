import type { GraphQLError } from 'graphql'
import type { Model } from './model.ts'
import { problem } from './rule-problem.ts'

/** Types that the API has beside those of the model. A test holds this against the API. */
export const apiTypes: ReadonlySet<string> = new Set(
  (
    'Query PageInfo Kind OrderDirection RelationType RelationDirection Catalogue KindCount DateTime Finding Severity Model ' +
    'ModelKind ModelInterface ModelUnion ModelAttribute ModelCategory ModelRelation ModelPath ModelStructure ModelEnum ' +
    'ModelWord ModelScalar Revision ItemChange ChangeAction FieldChange SearchResults SearchResult WorkingCalendar ' +
    'NamedItem TimeSpan StreamMeasures FlowProblem StreamFigure CriticalPath StreamTimes MissingFigures StepMeasures ' +
    'StreamLoop LeadTimeShares LeadTimeShare LongestWait HandOffs HandOff EndsEarly Contribution ContributedStep ' +
    'MatrixColumns PracticeMatrix PracticeMatrixRow PracticeMatrixCell StreamComparison FigureChange StepChange ' +
    'MatchedBy ItemDifference StreamAnswer AnswerGap ProcessActivitiesAnswer PracticeWork StepWork SkillsAnswer ' +
    'CalledSkill SkillHolder InformationAnswer UsedInformation InformationUsed ToolsAnswer UsedTool ToolUsed ' +
    'SuppliersAnswer ReliedOnContract RelatedSupplier MetricsAnswer StreamMetric ' +
    'Failure ImpactState ImpactCut AffectedItem ImpactHop GroupLeft StreamImpact StepImpact ServiceImpact ' +
    'StakeholderImpact Reach ReachedItem ImpactPath SinglePoints SinglePoint ' +
    'SupplierConcentration SupplierCapacity HangingOnSupplier StreamOnSupplier ServiceOnSupplier SupplierAlternative ' +
    'EndingContract StateCounts ItemState GovernanceTrace GovernanceRow ' +
    'String Int Float Boolean ID ' +
    'Completeness MissingField KindCompleteness CompletenessStep'
  ).split(' '),
)

/** Fields of the API's `Query` that are no kind's. */
export const apiQueries: ReadonlySet<string> = new Set(
  (
    'node nodes item items catalogue findings model revisions search compareStreams practiceMatrix ' +
    'impact changeImpact upstream paths singlePointsOfFailure supplierConcentration endingContracts governanceTrace ' +
    'governanceGaps completeness'
  ).split(' '),
)

/** Fields that the API adds to kinds, by kind. */
export const apiFields: Readonly<Record<string, readonly string[]>> = {
  Practice: ['contributions'],
  ValueStream: ['measures', 'answers', 'contributions', 'comparisons'],
}

/** Endings of the types that the API makes of each item type. */
const endings = ['Connection', 'Edge', 'Filter', 'Order', 'OrderField']

/** What the API's own filters and lists begin with. */
const ownBeginnings = [
  'String',
  'StringList',
  'Presence',
  'Date',
  'Number',
  'Relation',
  'Relations',
  'Finding',
  'Revision',
]

/** A type of the model has no name that the API needs for another, nor makes the API need one twice. */
export function apiNamesAreFree(model: Model): GraphQLError[] {
  const items = [...model.kinds.keys(), ...model.interfaces.keys(), ...model.unions.keys()]
  const carried = [...model.edges.keys(), 'Relation']
  const related = new Set([...ownBeginnings, ...items.flatMap((item) => carried.map((edge) => item + edge))])
  const derived = new Set([...items, ...related].flatMap((name) => endings.map((ending) => name + ending)))
  const types = Object.values(model.schema.getTypeMap()).filter((type) => type.astNode?.loc !== undefined)
  return types
    .filter(({ name }) => apiTypes.has(name) || derived.has(name) || (items.includes(name) && related.has(name)))
    .map((type) => problem(`The name ${type.name} is taken by the API: choose another.`, type.astNode))
}
