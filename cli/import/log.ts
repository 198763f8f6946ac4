import { Command, InvalidArgumentError, Option } from 'commander'
import { workingCalendar } from '../../graph/catalogue/duration.ts'
import { elapsedClock, readWorkingHours, workingClock } from '../../graph/stream/event-log/clock.ts'
import type { WorkingHours } from '../../graph/stream/event-log/clock.ts'
import { describeLog } from '../../graph/stream/event-log/describe-log.ts'
import { importLog } from '../../graph/stream/event-log/import-log.ts'
import { streamFileName, streamName, streamPlace, writeStream } from '../../graph/stream/event-log/imported-file.ts'
import { LogError } from '../../graph/stream/event-log/log-event.ts'
import { streamFile } from '../../graph/stream/event-log/stream-file.ts'
import { Failure } from '../failure.ts'
import { options } from '../options.ts'
import { answer, Progress, say } from '../progress.ts'

/** What the command line said, by option. */
interface Said {
  readonly name?: string
  readonly catalogue?: string
  readonly replace?: true
  readonly format: string
  readonly today?: string
  readonly case?: string
  readonly activity?: string
  readonly time?: readonly string[]
  readonly start?: string
  readonly resource?: string
  readonly stamps?: keyof typeof stamps
  readonly repeats?: keyof typeof repeats
  readonly dateOrder?: keyof typeof dateOrders
  readonly workingHours?: WorkingHours
  readonly end?: readonly string[]
  readonly coverage: number
  readonly times: keyof typeof times
  readonly leastShare: number
}

const times = { median: 'MEDIAN', mean: 'MEAN' } as const
const stamps = { start: 'BEGIN', end: 'END' } as const
const repeats = { keep: 'KEEP', merge: 'MERGE' } as const
const dateOrders = { 'day-first': 'DAY_FIRST', 'month-first': 'MONTH_FIRST' } as const

export const command = new Command('log')
  .description('Find an as-is value stream in a log of events: a CSV or XES file, packed with gzip or not.')
  .argument('<file>', 'the log, one event a line: case, activity, timestamp, and perhaps who did it')
  .option('-n, --name <name>', 'name of the stream (default: as the file)')
  .option('-c, --catalogue <folder>', 'write the stream into this catalogue, not to stdout')
  .option('--replace', 'overwrite the stream’s file where it is there already')
  .addOption(options.format('text', 'json'))
  .addOption(
    Object.assign(options.today(), {
      description: 'day on which the log was looked at, for "mapped" (default: today)',
    }),
  )
  .option('--case <column>', 'column of the case, such as the ticket’s number')
  .option('--activity <column>', 'column of what was done, or of the state that the case took on')
  .option('--time <column>', 'column of the timestamp; several where each line is a case with several dates', several)
  .option('--start <column>', 'column of when it began, where the log has both')
  .option('--resource <column>', 'column of who did it')
  .addOption(new Option('--stamps <which>', 'what timestamps tell of their activity').choices(Object.keys(stamps)))
  .addOption(
    new Option('--repeats <how>', 'whether an activity that follows itself is done again').choices(
      Object.keys(repeats),
    ),
  )
  .addOption(new Option('--date-order <order>', 'how to read 7/1/2027').choices(Object.keys(dateOrders)))
  .option('--working-hours <begin>', 'count working time only, from this hour: 09:00, or 09:00+01:00', hours)
  .option('--end <activity>', 'only cases that end with it are finished; may be given again', several)
  .option(
    '--coverage <part>',
    'keep only the most frequent variants that cover this part of the finished cases',
    part,
    1,
  )
  .addOption(
    new Option('--times <which>', 'what the steps’ times are: means add up to a case’s mean, medians don’t')
      .choices(Object.keys(times))
      .default('median'),
  )
  .option('--least-share <part>', 'leave out rarer ways, and cases with rarer beginnings or endings', part, 0.01)
  .addHelpText(
    'after',
    `
The stream goes to stdout as a catalogue file; what the log was taken for, variants, loops and what was left out go to
stderr. Columns, delimiter and text encoding are found out; name a column where the wrong one was taken. Times without a
zone are taken as they are. What no log holds (practices, trigger, value …) is left to you: "tributary check" names it.

  $ tributary import log incidents.csv > value-streams/incidents.yaml
  $ tributary import log incidents.xes.gz --name "Incidents of June" --catalogue . --end Closed --times mean`,
  )
  .action(async (file: string, said: Said) => {
    try {
      await importInto(file, said)
    } catch (error) {
      throw error instanceof LogError ? new Failure(error.message) : error
    }
  })

async function importInto(file: string, said: Said): Promise<void> {
  const { name = streamName(file), catalogue } = said
  const place = catalogue === undefined ? undefined : await streamPlace(catalogue, name, said.replace)
  const imported = await importWithProgress(file, said, place?.calendar)
  const on = said.today ?? new Date().toISOString().slice(0, 10)
  const stream = streamFile(imported.found, { name, log: imported.source.name, on })
  say(`${describeLog(imported)}\n`)
  if (place !== undefined) writeStream(place.path, stream)
  if (said.format === 'json') answer(JSON.stringify(imported, null, 2))
  else answer(place?.path ?? stream.trimEnd())
  say(
    place === undefined
      ? `Next: save it in your catalogue as ${streamFileName(name)}, and write there what no log holds: practices, trigger, value …\n"tributary check" names what is missing.`
      : `Next: write there what no log holds: practices, trigger, value …\n"tributary check --catalogue ${catalogue ?? ''}" names what is missing.`,
  )
}

async function importWithProgress(file: string, said: Said, calendar = workingCalendar): ReturnType<typeof importLog> {
  const progress = new Progress()
  const megabytes = (bytes: number): number => Math.ceil(bytes / 1_000_000)
  const { case: id, activity, start, resource } = said
  const [time, second] = said.time ?? []
  const dates = second === undefined ? undefined : said.time
  const named = Object.entries({
    case: id,
    activity,
    time: dates === undefined ? time : undefined,
    start,
    resource,
  }).filter(([, column]) => column !== undefined)
  try {
    return await importLog(file, {
      columns: Object.fromEntries(named),
      dates,
      stamps: said.stamps && stamps[said.stamps],
      repeats: said.repeats && repeats[said.repeats],
      dateOrder: said.dateOrder && dateOrders[said.dateOrder],
      clock: said.workingHours === undefined ? elapsedClock : workingClock(said.workingHours, calendar),
      ends: said.end,
      coverage: said.coverage,
      times: times[said.times],
      leastShare: said.leastShare,
      onRead: (bytes, of) => {
        progress.show('reading MB', megabytes(bytes), megabytes(of))
      },
    })
  } finally {
    progress.end()
  }
}

function hours(text: string): WorkingHours {
  const read = readWorkingHours(text)
  if (read !== undefined) return read
  throw new InvalidArgumentError('Write when the working day begins: 09:00, or 09:00+01:00 for a log with zones.')
}

function several(text: string, before: readonly string[] = []): readonly string[] {
  return [...before, text]
}

function part(text: string): number {
  const number = text.endsWith('%') ? Number(text.slice(0, -1)) / 100 : Number(text)
  if (text.trim() !== '' && number >= 0 && number <= 1) return number
  throw new InvalidArgumentError('Write a part between 0 and 1, or in percent: 0.8 or 80%.')
}
