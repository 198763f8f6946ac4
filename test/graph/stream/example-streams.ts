import { calendarOf, minutesOf } from '../../../graph/catalogue/duration.ts'
import type { Calendar } from '../../../graph/catalogue/duration.ts'
import { builtInFolder } from '../../../graph/catalogue/built-in-layers.ts'
import { readCatalogue } from '../../../graph/catalogue/read-catalogue.ts'
import type { Catalogue, Value } from '../../../graph/catalogue/catalogue.ts'
import type { Stream, StreamStep } from '../../../graph/stream/stream.ts'

/** The example catalogue's streams by id, as the measures take them. */
export async function exampleStreams(): Promise<ReadonlyMap<string, Stream>> {
  const { catalogue } = await readCatalogue(builtInFolder('example'))
  if (catalogue === undefined) throw new Error('The example catalogue has errors.')
  const streams = [...catalogue.items.values()].filter((item) => item.kind === 'ValueStream')
  return new Map(
    streams.map(({ id, values }): [string, Stream] => [
      id,
      {
        id,
        name: text(values['name']) ?? id,
        timesIn: values['timesIn'] === 'ELAPSED_TIME' ? 'ELAPSED_TIME' : 'WORKING_TIME',
        perspective: values['perspective'] === 'AS_IS' ? 'AS_IS' : 'TO_BE',
        steps: ends(catalogue, id, 'HAS_STEP').map(({ to }) =>
          stepOf(catalogue, to, calendarOf(values['timesIn'], catalogue.calendar)),
        ),
      },
    ]),
  )
}

function stepOf(catalogue: Catalogue, id: string, calendar: Calendar): StreamStep {
  const values = catalogue.items.get(id)?.values ?? {}
  const minutes = (field: string): number | undefined => {
    const duration = text(values[field])
    return duration === undefined ? undefined : minutesOf(duration, calendar)
  }
  const contracts = ids(catalogue, id, 'RELIES_ON')
  const ways = ends(catalogue, id, 'NEXT')
  return {
    id,
    name: text(values['name']) ?? id,
    position: number(values['position']) ?? 0,
    optional: values['optional'] === true,
    activity: ids(catalogue, id, 'VISITS')[0] ?? '',
    practices: ends(catalogue, id, 'WORKED_BY').map(({ to, values: work }) => ({
      id: to,
      name: text(catalogue.items.get(to)?.values['name']) ?? to,
      activities: Array.isArray(work['activities']) ? work['activities'].map(String) : [],
    })),
    performedBy: ids(catalogue, id, 'PERFORMED_BY'),
    contracts,
    suppliers: contracts.flatMap((contract) => ids(catalogue, contract, 'AGREED_WITH')),
    processMinutes: minutes('processTime'),
    leadMinutes: minutes('leadTime'),
    completeAndAccurate: number(values['completeAndAccurate']),
    next: ways.map(({ to, values: way }) => ({ to, share: number(way['share']), rework: way['rework'] === true })),
  }
}

const ends = (catalogue: Catalogue, from: string, type: string): Catalogue['relations'] =>
  catalogue.relations.filter((relation) => relation.from === from && relation.type === type)
const ids = (catalogue: Catalogue, from: string, type: string): string[] =>
  ends(catalogue, from, type).map(({ to }) => to)
const text = (value: Value | undefined): string | undefined => (typeof value === 'string' ? value : undefined)
const number = (value: Value | undefined): number | undefined => (typeof value === 'number' ? value : undefined)
