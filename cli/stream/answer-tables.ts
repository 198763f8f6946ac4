import type { CliAnswerFragment } from '../generated/graphql.ts'
import { table } from '../text/table.ts'
import { counted, names, none, spoken } from '../text/words.ts'

/** What an answer rests on, as tables. */
export function answerTables(answer: CliAnswerFragment, width: number): string[] {
  const print = (titles: string, rows: readonly (readonly string[])[]): string =>
    table(
      titles.split(' | ').map((title) => ({ title })),
      rows,
      width,
    )
  if ('practices' in answer) return [print('Practice | Step | Process activities', processActivities(answer.practices))]
  if ('skills' in answer) return [print('Skill | Level | Called for by | Held by (people)', answer.skills.map(skill))]
  if ('information' in answer)
    return [print('Information | Step | It is | When | Where', information(answer.information))]
  if ('tools' in answer) return [print('Tool | Step | Status | Automates', tools(answer.tools))]
  if ('metrics' in answer) return [print('Metric | Target | Measures | Reported in', answer.metrics.map(metric))]
  return [
    print('Contract | Ends | Notice by | Renews itself | Steps', answer.contracts.map(contract)),
    print('Supplier | Contracts | Does itself', answer.suppliers.map(supplier)),
  ]
}

/** The answers that have this field. */
type With<Field extends string> = Extract<CliAnswerFragment, Record<Field, unknown>>

/** Rows below one another that are about the same: it is named in the first. */
const grouped = (name: string, rows: readonly (readonly string[])[]): string[][] =>
  rows.map((row, place) => [place === 0 ? name : '', ...row])

const processActivities = (practices: With<'practices'>['practices']): string[][] =>
  practices.flatMap(({ practice, steps }) =>
    grouped(
      practice.name,
      steps.map(({ step, activities }) => [step.name, activities.length === 0 ? none : activities.join('; ')]),
    ),
  )

const skill = ({ skill, level, steps, activities, heldBy }: With<'skills'>['skills'][number]): string[] => [
  skill.name,
  level === null ? none : spoken(level),
  names([...steps, ...activities]),
  heldBy.length === 0 ? none : holders(heldBy),
]

/** The best first. */
const levels = ['EXPERT', 'ADVANCED', 'SOUND', 'BASIC', null] as const

/** Who has a skill, by how well. */
function holders(heldBy: With<'skills'>['skills'][number]['heldBy']): string {
  return levels
    .map((level) => [level, heldBy.filter((each) => each.level === level)] as const)
    .filter(([, alike]) => alike.length > 0)
    .map(([level, alike]) => {
      const said = alike.map(({ holder, people }) => (people === null ? holder.name : `${holder.name} (${people})`))
      return `${level === null ? 'level unknown' : spoken(level)}: ${said.join(', ')}`
    })
    .join('; ')
}

const information = (all: With<'information'>['information']): string[][] =>
  all.flatMap(({ information, steps }) =>
    grouped(
      information.name,
      steps.map(({ step, use, when, where }) => [
        step.name,
        use === 'NEEDS' ? 'needed' : 'provided',
        when ?? none,
        where ?? none,
      ]),
    ),
  )

const tools = (all: With<'tools'>['tools']): string[][] =>
  all.flatMap(({ tool, steps }) =>
    grouped(
      tool.name,
      steps.map(({ step, status, automates }) => [step.name, spoken(status), automates ?? none]),
    ),
  )

const contract = ({
  contract,
  end,
  daysLeft,
  noticeBy,
  renewsItself,
  steps,
}: With<'contracts'>['contracts'][number]): string[] => [
  contract.name,
  end === null ? 'no end' : [end, ...(daysLeft === null ? [] : [daysWord(daysLeft)])].join(', '),
  noticeBy ?? none,
  renewsItself === null ? none : renewsItself ? 'yes' : 'no',
  names(steps),
]

const daysWord = (left: number): string => (left < 0 ? `${counted(-left, 'day')} ago` : `in ${counted(left, 'day')}`)

const supplier = ({ supplier, contracts, performs }: With<'suppliers'>['suppliers'][number]): string[] => [
  supplier.name,
  contracts.length === 0 ? none : names(contracts),
  performs.length === 0 ? none : names(performs),
]

const metric = ({
  metric,
  unit,
  direction,
  target,
  ofStream,
  steps,
  reportedIn,
}: With<'metrics'>['metrics'][number]): string[] => [
  metric.name,
  `${target === null ? '' : `${target} `}${unit} (${direction === 'WITHIN' ? 'as close as can be' : spoken(direction)})`,
  [...(ofStream ? ['the stream'] : []), ...steps.map(({ name }) => name)].join(', '),
  reportedIn.length === 0 ? none : names(reportedIn),
]
