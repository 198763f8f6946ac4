import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { discover } from '../../../../graph/stream/event-log/discover.ts'
import { streamFile } from '../../../../graph/stream/event-log/stream-file.ts'
import { readFiles } from '../../catalogue/findings-of.ts'
import { smallCatalogue } from '../../catalogue/small-catalogue.ts'
import { casesOf } from './small-log.ts'

const found = await discover([
  ...casesOf(6, 'a', 'Register', 'Repair & test', 'Close'),
  ...casesOf(3, 'b', 'Register', 'Repair & test', 'Register', 'Repair & test', 'Close'),
], { coverage: 1 }) // prettier-ignore
const options = { name: 'Incidents of January', log: 'incidents.csv', on: '2027-02-01' }

describe('streamFile', () => {
  it('writes a stream’s file with its source', () => {
    const written = parse(streamFile(found, { ...options, where: 'Head office', by: 'Ann' })) as Record<string, unknown>
    expect(written).toEqual({
      name: 'Incidents of January',
      perspective: 'AS_IS',
      mapped: {
        on: '2027-02-01',
        where: 'Head office',
        by: 'Ann',
        cases: 9,
        method:
          'Mined from the event log incidents.csv: 33 lines, 9 cases, 2027-01-04 to 2027-01-04. The figures are of all 9 finished cases, in 2 variants. Times are medians of elapsed time, nights and weekends included. A case takes 27 min on average (median 20 min, 90th percentile 40 min) in the log; by this stream’s times and shares 37 min. Each line is taken for the end of a step.',
      },
      timesIn: 'ELAPSED_TIME',
      body: expect.stringContaining('| 6 | 66.7% | 66.7% | Register → Repair & test → Close |'.replace('&', '\\&')),
      steps: [
        {
          id: 'register',
          name: 'Register',
          summary: 'In 9 cases (100%), 12 times in all. Lead time 10 min in the median, 10 min at the 90th percentile.',
          leadTime: '10 min',
        },
        {
          id: 'repair-test',
          name: 'Repair & test',
          summary: 'In 9 cases (100%), 12 times in all. Lead time 10 min in the median, 10 min at the 90th percentile.',
          leadTime: '10 min',
          next: [
            { to: 'close', share: 75 },
            { to: 'register', share: 25, rework: true },
          ],
        },
        {
          id: 'close',
          name: 'Close',
          summary: 'In 9 cases (100%), 9 times in all. Lead time 10 min in the median, 10 min at the 90th percentile.',
          leadTime: '10 min',
          next: [],
        },
      ],
    })
  })

  it('leaves what only people know as comments, and writes what it is told', () => {
    const bare = streamFile(found, options)
    expect(bare).toContain('#   trigger: the demand, in the words of those who bring it\n')
    expect(bare.match(/# practices: /g)).toHaveLength(3)
    const told = streamFile(found, {
      ...options,
      fields: { trigger: 'It fails.' },
      step: () => ({ activity: 'deliver-and-support', practices: ['incident-management'] }),
    })
    expect(told).not.toMatch(/# {3}trigger|# practices/)
    expect(told).toContain('trigger: It fails.\n')
    expect(told).toContain('    activity: deliver-and-support\n    practices:\n      - incident-management\n')
  })

  it('is a file of the catalogue: checked line by line until somebody has written the rest, and loaded then', async () => {
    const errorsIn = async (file: string): Promise<string[]> => {
      const { findings } = await readFiles({ ...smallCatalogue, 'value-streams/log.yaml': file })
      return findings
        .filter(({ severity }) => severity === 'error')
        .map(({ rule, message }) => `${rule} ${/"\w+"/.exec(message)?.[0] ?? ''}`)
    }
    const open = await errorsIn(streamFile(found, options))
    expect([...new Set(open)].sort()).toEqual(
      ['activity', 'practices', 'situation', 'starts', 'trigger', 'value', 'valueFor'].map(
        (field) => `required-field "${field}"`,
      ),
    )
    const filled = streamFile(found, {
      ...options,
      fields: { situation: 'January.', starts: 'DEMAND', trigger: 'It fails.', value: 'It works.', valueFor: ['user'] },
      step: () => ({ activity: 'engage', practices: ['service-desk'] }),
    })
    expect(await errorsIn(filled)).toEqual([])
  })
})
