import type { StateChange } from '../../graph/impact/compare-impact.ts'
import type { Outcome } from '../../graph/impact/scenario/evaluate-scenario.ts'
import { comparedKinds } from '../../graph/impact/scenario/side.ts'
import type { State } from '../../graph/impact/states.ts'
import { blocks, section } from '../text/section.ts'
import { table } from '../text/table.ts'
import { none, spoken } from '../text/words.ts'
import { hanging, paragraph } from '../text/wrap.ts'

/** What a scenario comes to, for people to read. */
export function scenarioText({ summary, expectations, singlePoints, failure }: Outcome, width: number): string {
  const inner = width - 2
  return blocks(
    paragraph(summary, width),
    section('Expectations', expectations.map((each) => expectationText(each, inner)).join('\n')),
    section('Single points of failure', pointsText(singlePoints, inner)),
    section('What fails', failure === undefined ? '' : failureText(failure, inner)),
  )
}

function expectationText({ expected, holds, instead, place }: Outcome['expectations'][number], width: number): string {
  const at = `${place.path}:${place.line}:${place.column}`
  return hanging(holds ? '✓ ' : '✗ ', instead === undefined ? expected : `${expected}\n\n${instead}\n\n${at}`, width)
}

/** Each change below the stream or service that it is about. */
function pointsText(all: Outcome['singlePoints'], width: number): string {
  const effect = (state: State): string => (state === 'OK' ? none : spoken(state))
  const rows = all.flatMap(({ of, worse, better }) =>
    [...worse, ...better].map(({ item, before, after }, place) => [
      place === 0 ? of.name : '',
      item.name,
      effect(before),
      effect(after),
    ]),
  )
  return table([{ title: 'It is' }, { title: 'If this fails' }, { title: 'Today' }, { title: 'Then' }], rows, width)
}

/** What fails now, what fails then, and which streams and services make the difference: the bad news first. */
function failureText(failure: NonNullable<Outcome['failure']>, width: number): string {
  const [worse, better] = [
    [...failure.added, ...failure.worse],
    [...failure.better, ...failure.gone],
  ]
  const isShown = ({ item }: StateChange): boolean => comparedKinds.includes(item.kind)
  const shown = [...worse, ...better].filter(isShown)
  const others = [worse, better].map((changes) => changes.filter((each) => !isShown(each)).length)
  const [othersWorse = 0, othersBetter = 0] = others
  return blocks(
    hanging('Today  ', failure.before, width),
    hanging('Then   ', failure.after, width),
    table(
      [{ title: 'Stream or service' }, { title: 'Today' }, { title: 'Then' }],
      shown.map(({ item, before, after }) => [item.name, spoken(before), spoken(after)]),
      width,
    ),
    paragraph(
      othersWorse + othersBetter === 0
        ? 'No other item is in another state.'
        : `Of other items, ${othersWorse} are worse off and ${othersBetter} better: --format json lists them.`,
      width,
    ),
  )
}
