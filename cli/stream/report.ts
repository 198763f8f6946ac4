import type { CliStreamQuery, CliStepsQuery } from '../generated/graphql.ts'
import { blocks, section, title } from '../text/section.ts'
import { counted, perspectiveWord } from '../text/words.ts'
import { hanging } from '../text/wrap.ts'
import { comparisonText } from './comparison-text.ts'
import { figuresText, leadTimeByText, loopsText, stepsText } from './measures-text.ts'
import { practicesText } from './practices-text.ts'
import { questionText } from './questions-text.ts'

/** A value stream as the API gives it, in the parts that were asked for, with its steps. */
export type StreamAnswers = NonNullable<CliStreamQuery['valueStream']> & {
  readonly steps?: NonNullable<CliStepsQuery['valueStream']>['steps']['nodes']
}

/** What the API says of one value stream, for people to read. */
export function streamReport(stream: StreamAnswers, width: number): string {
  const { measures, steps = [], contributions, answers, comparisons } = stream
  const inner = width - 2
  return blocks(
    title(stream.name),
    aboutText(stream, width),
    ...(measures === undefined
      ? []
      : [
          section('Measures', figuresText(measures, inner)),
          section('Steps', blocks(stepsText(measures, steps, inner), leadTimeByText(measures, inner))),
          section('Loops', loopsText(measures, inner)),
        ]),
    section('Practices', contributions === undefined ? '' : practicesText(contributions, inner)),
    section('Six questions', blocks(...(answers ?? []).map((each, place) => questionText(place + 1, each, inner)))),
    section('As-is against to-be', comparisons === undefined ? '' : comparisonsText(comparisons, inner)),
  )
}

const comparisonsText = (comparisons: NonNullable<StreamAnswers['comparisons']>, width: number): string =>
  comparisons.length === 0
    ? 'It replaces no other stream, and none is to replace it.'
    : blocks(...comparisons.map((comparison) => comparisonText(comparison, width)))

/** What it is, from where to where, and by whom it was looked at. */
function aboutText(stream: StreamAnswers, width: number): string {
  const { id, perspective, situation, trigger, value, owner, mapped } = stream
  const observed = [mapped?.on, mapped?.where, mapped?.cases == null ? undefined : counted(mapped.cases, 'case')]
  const facts = [
    ['Stream', `${id}, ${perspectiveWord(perspective)}`],
    ['Owner', owner?.name ?? 'nobody'],
    ['Situation', situation],
    ['Trigger', trigger],
    ['Value', value],
    ['Observed', observed.filter((each) => each != null).join('; ')],
  ] as const
  return facts
    .filter(([, text]) => text !== '')
    .map(([label, text]) => hanging(label.padEnd(11), text, width))
    .join('\n')
}
