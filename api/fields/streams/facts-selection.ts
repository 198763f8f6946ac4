import type {
  ContractFacts,
  MetricFacts,
  SkillCall,
  SkillHolder,
  SkillLevel,
  StepFacts,
  StreamFacts,
  StreamQuestion,
} from '../../../graph/stream/stream-facts.ts'
import type { Edges, Nodes, Selected } from './flow-selection.ts'

const all = '(first: 10000)'
const named = `${all} { nodes { id name } }`
const holders = `${all} { edges { level people node { id name } } }`
const skill = `id name teams${holders} roles${all} { edges { level node { id name } } }`
const metrics = `metrics${all} { nodes { id name unit direction target reportedIn${named} } }`

/** What must be read of a value stream for the answers to the six questions. */
export const factsSelection = `{
  id name
  answersInWords { question answer }
  ${metrics}
  steps${all} { nodes {
    id name ${metrics}
    activity { id name skills${all} { edges { level node { ${skill} } } } }
    practices${all} { edges { activities node { id name } } }
    skills${all} { edges { level node { ${skill} } } }
    information${all} { edges { use when where node { id name } } }
    tools${all} { edges { status automates node { id name } } }
    contracts${all} { nodes { id name end noticePeriod renewsItself suppliers${named} } }
    performedBy${all} { nodes { __typename id name } }
  } }
}`

/** A value stream as `factsSelection` is answered. */
export interface SelectedFacts extends Selected {
  readonly answersInWords: readonly { readonly question: StreamQuestion; readonly answer: string }[] | null
  readonly metrics: Nodes<SelectedMetric>
  readonly steps: Nodes<SelectedStep>
}

type Nullable<Facts> = { readonly [Field in keyof Facts]: Facts[Field] | null }
type SelectedMetric = Selected &
  Pick<MetricFacts, 'unit' | 'direction'> & { readonly target: number | null; readonly reportedIn: Nodes<Selected> }
type SelectedContract = Selected &
  Nullable<Required<Pick<ContractFacts, 'end' | 'noticePeriod' | 'renewsItself'>>> & {
    readonly suppliers: Nodes<Selected>
  }
interface Level {
  readonly level: SkillLevel | null
}
interface SelectedSkill extends Selected {
  readonly teams: Edges<Selected, Level & { readonly people: number | null }>
  readonly roles: Edges<Selected, Level>
}
interface SelectedStep extends Selected {
  readonly metrics: Nodes<SelectedMetric>
  readonly activity: Selected & { readonly skills: Edges<SelectedSkill, Level> }
  readonly practices: Edges<Selected, { readonly activities: readonly string[] | null }>
  readonly skills: Edges<SelectedSkill, Level>
  readonly information: Edges<
    Selected,
    { readonly use: 'NEEDS' | 'PROVIDES'; readonly when: string | null; readonly where: string | null }
  >
  readonly tools: Edges<Selected, { readonly status: 'IN_USE' | 'PLANNED' | 'IDEA'; readonly automates: string | null }>
  readonly contracts: Nodes<SelectedContract>
  readonly performedBy: Nodes<Selected & { readonly __typename: string }>
}

/** The facts that were read, as the six questions take them. @param today the day of the question: 2027-06-30. */
export function factsOf(
  { answersInWords, metrics: ofStream, steps, ...stream }: SelectedFacts,
  today: string,
): StreamFacts {
  const { nodes } = steps
  const activities = new Map(nodes.map(({ activity }) => [activity.id, activity]))
  const skills = new Map(
    [...nodes.map((step) => step.skills), ...[...activities.values()].map((activity) => activity.skills)].flatMap(
      ({ edges }) => edges.map(({ node }) => [node.id, node]),
    ),
  )
  return {
    stream,
    steps: nodes.map(stepOf),
    activities: [...activities.values()].map(({ id, name, skills: called }) => ({ id, name, skills: calls(called) })),
    holders: [...skills.values()].flatMap(holdersOf),
    metrics: metricsOf([{ id: stream.id, metrics: ofStream }, ...nodes]),
    inWords: answersInWords ?? [],
    today,
  }
}

function stepOf(step: SelectedStep): StepFacts {
  const { id, name, activity, practices, skills, information, tools, contracts, performedBy } = step
  return {
    ...{ id, name, activity: activity.id, skills: calls(skills), contracts: contracts.nodes.map(contractOf) },
    practices: practices.edges.map(({ node, activities }) => ({ ...node, activities: activities ?? [] })),
    information: information.edges.map(({ node, use, when, where }) => ({
      ...{ ...node, use, when: when ?? undefined, where: where ?? undefined },
    })),
    tools: tools.edges.map(({ node, status, automates }) => ({ ...node, status, automates: automates ?? undefined })),
    performedBySuppliers: performedBy.nodes.filter(({ __typename: kind }) => kind === 'Supplier'),
  }
}

const calls = ({ edges }: Edges<SelectedSkill, Level>): SkillCall[] =>
  edges.map(({ node: { id, name }, level }) => ({ id, name, level: level ?? undefined }))

const holdersOf = ({ id: skill, teams, roles }: SelectedSkill): SkillHolder[] => [
  ...teams.edges.map(({ node, level, people }) => ({
    ...{ ...node, skill, as: 'TEAM' as const, level: level ?? undefined, people: people ?? undefined },
  })),
  ...roles.edges.map(({ node, level }) => ({ ...node, skill, as: 'ROLE' as const, level: level ?? undefined })),
]

const contractOf = ({ id, name, suppliers, end, noticePeriod, renewsItself }: SelectedContract): ContractFacts => ({
  ...{ id, name, suppliers: suppliers.nodes, end: end ?? undefined },
  ...{ noticePeriod: noticePeriod ?? undefined, renewsItself: renewsItself ?? undefined },
})

/** Each metric once, with everything of the stream that it measures. */
function metricsOf(
  measured: readonly { readonly id: string; readonly metrics: Nodes<SelectedMetric> }[],
): MetricFacts[] {
  const found = new Map<string, { readonly metric: SelectedMetric; readonly measures: string[] }>()
  for (const { id, metrics: list } of measured) {
    for (const metric of list.nodes) {
      const known = found.get(metric.id) ?? { metric, measures: [] }
      found.set(metric.id, known)
      known.measures.push(id)
    }
  }
  return [...found.values()].map(({ metric: { reportedIn, target, ...metric }, measures }) => ({
    ...{ ...metric, measures, target: target ?? undefined, reportedIn: reportedIn.nodes },
  }))
}
