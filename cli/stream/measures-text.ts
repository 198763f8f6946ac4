import type { CliMeasuresFragment } from '../generated/graphql.ts'
import { blocks } from '../text/section.ts'
import { numbers, table } from '../text/table.ts'
import { none, percent, time } from '../text/words.ts'
import { bullets, hanging, paragraph } from '../text/wrap.ts'
import type { StreamAnswers } from './report.ts'
import { listed } from '../../graph/impact/listed.ts'

/** The headline figures; what each leaves out stands below, by number, and then which steps lack what. */
export function figuresText(
  { clock, figures, problems, missing, endsEarly }: CliMeasuresFragment,
  width: number,
): string {
  const remarks = [...new Set(figures.flatMap((figure) => figure.remarks))]
  const nameWidth = Math.max(...figures.map(({ name }) => name.length)) + 2
  const lines = figures.map(({ name, text, remarks: own }) => {
    const marks = own.map((remark) => ` [${remarks.indexOf(remark) + 1}]`).join('')
    return hanging(name.padEnd(nameWidth), `${text ?? 'not recorded'}${marks}`, width)
  })
  const why = problems.map(({ message }) => message)
  return blocks(
    `${clock}.`,
    problems.length === 0 ? '' : `The figures can’t be worked out:\n${bullets(why, width)}`,
    lines.join('\n'),
    remarks.map((remark, place) => hanging(`[${place + 1}] `, remark, width)).join('\n'),
    bullets(
      [
        ...missing.map(({ message, steps }) => `${message} ${listed(steps.map(({ name }) => name))}.`),
        ...endsEarly.map(({ step, share }) => `It ends early for ${percent(share)} of the cases at ${step.name}.`),
      ],
      width,
    ),
  )
}

/** Each step's times, quality, visits and part of the lead time. */
export function stepsText(
  { steps }: CliMeasuresFragment,
  recorded: NonNullable<StreamAnswers['steps']>,
  width: number,
): string {
  const quality = new Map(recorded.map(({ id, completeAndAccurate }) => [id, completeAndAccurate]))
  const rows = steps.map((each) => {
    const completeAndAccurate = quality.get(each.step.id)
    return [
      each.onCriticalPath ? '*' : '',
      each.step.name,
      time(each.process),
      time(each.lead),
      time(each.wait),
      completeAndAccurate == null ? none : `${completeAndAccurate} %`,
      each.visits.toFixed(2),
      percent(each.shareOfLeadTime),
    ]
  })
  if (rows.length === 0) return ''
  return blocks(
    table([{ title: '' }, { title: 'Step' }, ...numbers('PT', 'LT', 'Wait', '%C&A', 'Visits', 'Share')], rows, width),
    [
      '* on the critical path, the longest way through',
      'PT process time, LT lead time, Wait LT − PT: of one visit',
      '%C&A complete and accurate: outputs that the next step can use as they are',
      'Visits expected per case; Share: of the expected lead time',
    ].join('\n'),
  )
}

/** Who and what has its hands in the lead time. */
export function leadTimeByText({ leadTimeBy }: CliMeasuresFragment, width: number): string {
  if (leadTimeBy === null) return ''
  const { activities, performers, suppliers } = leadTimeBy
  return [['activity', activities] as const, ['people', performers] as const, ['suppliers', suppliers] as const]
    .filter(([, shares]) => shares.length > 0)
    .map(([by, shares]) => {
      const said = shares.map(({ item, share }) => `${item.name} ${percent(share)}`)
      return hanging(`Lead time by ${by}:`.padEnd(25), said.join(', '), width)
    })
    .join('\n')
}

/** Every way that leads back. */
export function loopsText({ loops }: CliMeasuresFragment, width: number): string {
  if (loops.length === 0) return ''
  return blocks(
    table(
      [{ title: 'From' }, { title: 'Back to' }, ...numbers('Share', 'Times')],
      loops.map(({ from, to, share, repetitions }) => [from.name, to.name, percent(share), repetitions.toFixed(2)]),
      width,
    ),
    paragraph('Share: of the cases at the step that it leaves. Times: expected per case, over all cases.', width),
  )
}
