import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { layOutStreamMap } from '../../../../site/src/diagrams/stream-map/layout.ts'
import { legendOf } from '../../../../site/src/diagrams/stream-map/legend.ts'
import { streamMapOf } from '../../../../site/src/diagrams/stream-map/stream-map-of.ts'
import type { StreamMap } from '../../../../site/src/diagrams/stream-map/stream-map.ts'
import { streamPicture } from '../../../../site/src/diagrams/stream-picture.ts'
import type { Picture } from '../../../../site/src/diagrams/picture.ts'
import { siteCatalogue } from '../../site-catalogue.ts'
import type { SiteCatalogue } from '../../site-catalogue.ts'
import { writtenStreams } from '../written-streams.ts'
import { faultsOf } from './faults-of.ts'

const times = { processTime: '1 h', leadTime: '2 h' }

const written = writtenStreams({
  // Told in another order than that of flow: a, c, b.
  unordered: [
    { id: 'a', ...times, next: [{ to: 'b' }] },
    { id: 'c', ...times, next: [] },
    { id: 'b', ...times, next: [{ to: 'c' }] },
  ],
  // The way back isn't written as rework.
  unsaid: [
    { id: 'a', ...times },
    {
      id: 'b',
      ...times,
      next: [
        { to: 'a', share: 20 },
        { to: 'c', share: 50 },
      ],
    },
    { id: 'c', ...times },
  ],
  // No case comes to an end, and what is written has to do.
  trapped: [
    { id: 'a', ...times },
    {
      id: 'b',
      processTime: '90 min',
      leadTime: '1 d',
      practices: [{ to: 'problem-management' }],
      performedBy: ['team/desk'],
      next: [{ to: 'c' }],
    },
    { id: 'c', performedBy: ['team/ops'], next: [{ to: 'b' }, { to: 'a', share: 5, rework: true }] },
  ],
  unreached: [
    { id: 'a', ...times, next: [{ to: 'd' }] },
    { id: 'b', ...times, next: [{ to: 'c' }] },
    { id: 'c', next: [{ to: 'b' }] },
    { id: 'd', next: [] },
  ],
  contrary: [
    { id: 'a', processTime: '3 h', leadTime: '2 h' },
    { id: 'b', ...times },
  ],
})

let read: SiteCatalogue
beforeAll(async () => {
  read = await siteCatalogue(written.folder)
})
afterAll(async () => {
  await read.api.close()
  written.remove()
})

function mapOf(id: string): StreamMap {
  const { items, streams } = read.catalogue
  const [item, stream] = [items.get(`value-stream/${id}`), streams.get(`value-stream/${id}`)]
  if (item === undefined || stream === undefined) throw new Error(id)
  return streamMapOf(item, stream.measures, () => undefined)
}

function pictureOf(id: string): Picture {
  const item = read.catalogue.items.get(`value-stream/${id}`)
  const picture = item && streamPicture(item, read.catalogue, 'wide')
  if (picture === undefined) throw new Error(id)
  return picture
}

const notesOf = (id: string): string =>
  layOutStreamMap(mapOf(id), 'ACTIVITY')
    .ladder.notes.map(({ text }) => text)
    .join(' ')

describe('loops are those of the measures', () => {
  it('a way against file order that isn’t one is an ordinary way, and the critical path stays whole', () => {
    const layout = layOutStreamMap(mapOf('unordered'), 'ACTIVITY')
    expect(layout.ways.map(({ loop, critical }) => ({ loop, critical }))).toStrictEqual([
      { loop: false, critical: true },
      { loop: false, critical: true },
    ])
    const left = (number: number): number => layout.steps.find(({ step }) => step.number === number)?.box.x ?? 0
    expect(left(1)).toBeLessThan(left(3))
    expect(left(3)).toBeLessThan(left(2))
    expect(faultsOf(layout)).toStrictEqual([])
  })

  it('also in the small picture, with the file’s numbers', () => {
    const { dots, ways } = pictureOf('unordered')
    expect([...dots].sort((a, b) => a.x - b.x).map(({ number }) => number)).toStrictEqual([1, 3, 2])
    expect(ways.map(({ kind }) => kind)).toStrictEqual(['main', 'main'])
  })

  it('a way back is one, whether it is written as rework or not', () => {
    expect(mapOf('unsaid').ways.filter(({ loop }) => loop)).toMatchObject([{ share: 20 }])
    expect(pictureOf('unsaid').ways.map(({ kind }) => kind)).toStrictEqual(['main', 'rework', 'main'])
  })

  it('where a stream can’t be measured, they are as written', () => {
    const { ways, criticalPath } = mapOf('trapped')
    expect(criticalPath).toStrictEqual([])
    expect(ways.map(({ loop }) => loop)).toStrictEqual([false, false, true, false])
  })
})

describe('what the measures lack', () => {
  it('is taken from steps: their times as on the page, and where work changes hands', () => {
    const { steps, ways } = mapOf('trapped')
    expect(steps.map(({ process, lead }) => [process?.text, lead?.text])).toStrictEqual([
      ['1 h', '2 h'],
      ['90 min', '1 d'],
      [undefined, undefined],
    ])
    expect(ways.map(({ handOff }) => handOff)).toStrictEqual(['PRACTICE', 'BOTH', 'NONE', 'BOTH'])
  })

  it('also for steps that no way reaches', () => {
    expect(mapOf('unreached').steps.map(({ process }) => process?.text)).toStrictEqual([
      '1 h',
      '1 h',
      undefined,
      undefined,
    ])
  })

  it('leaves no timeline, which isn’t to say that no times are recorded', () => {
    expect(notesOf('trapped')).toBe('No timeline: this stream’s flow can’t be worked out.')
  })
})

it('shows where the stream ends for some', () => {
  const layout = layOutStreamMap(mapOf('unsaid'), 'ACTIVITY')
  expect(layout.stubs.map(({ step, share }) => [step.number, share.text])).toStrictEqual([[2, '30 %']])
  expect(legendOf(layout.map, ['ACTIVITY']).map(({ text }) => text)).toContain('Ends here for some')
  expect(legendOf(mapOf('unordered'), ['ACTIVITY']).map(({ text }) => text)).not.toContain('Ends here for some')
  expect(faultsOf(layout)).toStrictEqual([])
})

it('draws no work that is longer than its step, and names the step', () => {
  const { ladder } = layOutStreamMap(mapOf('contrary'), 'ACTIVITY')
  expect(ladder.labels.map(({ number, time }) => `${number.text}: ${time.text}`)).toStrictEqual([
    '1: in all 2 h',
    '2: 1 h',
    '2: 1 h',
  ])
  expect(notesOf('contrary')).toContain('More process time than lead time recorded, so only the lead time is drawn: 1.')
})

it('says that the timeline’s totals count every step once', () => {
  const { ladder } = layOutStreamMap(mapOf('unsaid'), 'ACTIVITY')
  expect(ladder.totals.map(({ text }) => text)).toStrictEqual(['Once through', 'Wait 3 h', 'Process 3 h', 'Lead 6 h'])
})
