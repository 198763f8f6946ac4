import type { CliCutFragment, CliReachFragment } from '../generated/graphql.ts'
import { blocks, section } from '../text/section.ts'
import { numbers, table } from '../text/table.ts'
import { names, none, percent, perspectiveWord, spoken } from '../text/words.ts'
import { bullets, paragraph } from '../text/wrap.ts'
import type { ImpactAnswer } from './answer-impact.ts'
import { sourcesOf } from './sources-of.ts'

/** What fails with some items, for people to read. */
export function impactText(impact: ImpactAnswer, width: number, withSources: boolean): string {
  const inner = width - 2
  return blocks(
    paragraph(impact.summary, width),
    section(
      'Value streams',
      impact.streams.length === 0 ? '' : blocks(streamsText(impact.streams, inner), paragraph(streamsLegend, inner)),
    ),
    section('Services', servicesText(impact.services, inner)),
    section('Stakeholders', stakeholdersText(impact.stakeholders, inner)),
    section('Affected items', affectedText(impact.affected, inner, withSources)),
    cutsText(impact.cuts, width),
  )
}

/** What a change reaches, or what some items need, for people to read. */
export function reachText(reach: CliReachFragment, width: number, withSources: boolean): string {
  const rows = reach.reached.map(({ id, distance, path, sentence }) => [
    String(distance),
    [id, sentence, ...(withSources ? sourcesOf(path) : [])].join('\n\n'),
  ])
  return blocks(
    paragraph(reach.summary, width),
    table([...numbers('Away'), { title: 'Item' }], rows, width),
    cutsText(reach.cuts, width),
  )
}

const streamsLegend =
  'Lead time and demand: the part of either that steps carry which are degraded or down. Practices: those that work these steps.'

function streamsText(streams: ImpactAnswer['streams'], width: number): string {
  return table(
    [
      { title: 'State' },
      { title: 'Stream' },
      ...numbers('Lead time', 'Demand'),
      { title: 'Steps' },
      { title: 'Practices' },
    ],
    streams.map(({ stream, perspective, state, steps, shareOfLeadTime, shareOfDemand, practices }) => [
      spoken(state),
      `${stream.name} (${perspectiveWord(perspective)})`,
      percent(shareOfLeadTime),
      percent(shareOfDemand),
      stepsText(steps),
      practices.length === 0 ? none : names(practices),
    ]),
    width,
  )
}

/** Steps that are worse than at risk by name, the others by number: their shares aren't counted. */
function stepsText(steps: ImpactAnswer['streams'][number]['steps']): string {
  const hit = steps.filter(({ state }) => state !== 'AT_RISK')
  const atRisk = steps.length - hit.length
  return [
    ...hit.map(({ step, state }) => `${step.name} (${spoken(state)})`),
    ...(atRisk === 0 ? [] : [`${atRisk}${hit.length === 0 ? '' : ' more'} at risk`]),
  ].join('; ')
}

const servicesText = (services: ImpactAnswer['services'], width: number): string =>
  table(
    [{ title: 'State' }, { title: 'Service' }, { title: 'Consumed by' }],
    services.map(({ service, state, stakeholders }) => [
      spoken(state),
      service.name,
      stakeholders.length === 0 ? none : names(stakeholders),
    ]),
    width,
  )

const stakeholdersText = (stakeholders: ImpactAnswer['stakeholders'], width: number): string =>
  table(
    [{ title: 'State' }, { title: 'Stakeholder' }, { title: 'Through' }],
    stakeholders.map(({ stakeholder, state, through }) => [spoken(state), stakeholder.name, names(through)]),
    width,
  )

/** Each item with the reason for its state, and how the redundancy groups behind it stand. */
function affectedText(affected: ImpactAnswer['affected'], width: number, withSources: boolean): string {
  const rows = affected.map(({ id, state, degree, because, sentence }) => {
    const groups = new Set(because.flatMap(({ group }) => (group === null ? [] : [`${group.name}: ${group.text}.`])))
    const why = [id, sentence, ...groups, ...(withSources ? sourcesOf(because) : [])]
    return [spoken(state), String(degree), why.join('\n\n')]
  })
  return table([{ title: 'State' }, ...numbers('Degree'), { title: 'Item' }], rows, width)
}

/** The option behind each limit of the API. */
const optionOf: Readonly<Record<string, string>> = {
  maxDegree: '--max-degree',
  maxDistance: '--max-degree',
  first: '--first',
}

/** What limits left out. */
const cutsText = (cuts: readonly CliCutFragment[], width: number): string =>
  bullets(
    cuts.map(({ limit, value, items }) => `${optionOf[limit] ?? limit} ${value} leaves out ${items} of them.`),
    width,
  )
