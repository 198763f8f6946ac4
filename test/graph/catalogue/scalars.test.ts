import { parseDocument, isScalar } from 'yaml'
import { describe, expect, it } from 'vitest'
import { readName, readScalar } from '../../../graph/catalogue/scalars.ts'

/** What a scalar becomes when a file says `written`. */
function read(type: string, written: string) {
  const node = parseDocument(written).contents
  if (!isScalar(node)) throw new Error(`${written} is no scalar`)
  return readScalar(type, node.source, node.value)
}

describe('text', () => {
  it.each([
    ['1.10', '1.10'],
    ['007', '007'],
    ['0x1F', '0x1F'],
    ['1e3', '1e3'],
    ['yes', 'yes'],
    ['true', 'true'],
    ['2026-02-30', '2026-02-30'],
    ['\'quoted "text"\'', 'quoted "text"'],
    ['"a\\tb"', 'a\tb'],
    ['|\n  two\n  lines\n', 'two\nlines\n'],
    ['Grüße aus 東京', 'Grüße aus 東京'],
  ])('%j stays as it is written', (written, value) => {
    for (const type of ['String', 'ID', 'Markdown']) expect(read(type, written)).toStrictEqual({ value })
  })

  it.each(['""', '"  "', '|\n \n'])('%j is none', (written) => {
    expect(read('String', written)).toStrictEqual({ expected: 'some text' })
  })

  it('is made of whole characters', () => {
    expect(read('String', String.raw`"\uD83D\uDE42"`)).toStrictEqual({ value: '🙂' })
    expect(read('String', String.raw`"a\uD83D"`)).toStrictEqual({
      expected: 'whole characters',
      hint: String.raw`Write the character itself, not \uD800 to \uDFFF.`,
    })
  })

  it('is what scalars are that a catalogue adds', () => {
    expect(read('Colour', '1.10')).toStrictEqual({ value: '1.10' })
  })
})

describe('whole numbers', () => {
  it.each([
    ['0', 0],
    ['-3', -3],
    ['2147483647', 2147483647],
    ['-2147483647', -2147483647],
  ])('%s', (written, value) => {
    expect(read('Int', written)).toStrictEqual({ value })
  })

  it.each(['1.5', '"3"', 'three', 'true', '.inf', '9007199254740993'])('%s is none', (written) => {
    expect(read('Int', written)).toStrictEqual({ expected: 'a whole number' })
  })

  it.each(['2147483648', '-2147483648', '3000000000'])('%s is too large for the API', (written) => {
    expect(read('Int', written)).toStrictEqual({
      expected: 'a whole number',
      hint: 'Whole numbers go up to 2147483647.',
    })
  })
})

describe('numbers', () => {
  it.each([
    ['1.5', 1.5],
    ['-3', -3],
    ['1e3', 1000],
  ])('%s', (written, value) => {
    expect(read('Float', written)).toStrictEqual({ value })
  })

  it.each(['"1.5"', 'half', '.nan', '.inf', '1e400', '1,5'])('%s is none', (written) => {
    expect(read('Float', written)).toStrictEqual({ expected: 'a number' })
  })
})

describe('percentages', () => {
  it.each([
    ['0', 0],
    ['100', 100],
    ['99.5', 99.5],
    ['99.125 %', 99.125],
    ['80%', 80],
    ['80 %', 80],
    ['"80"', 80],
  ])('%s', (written, value) => {
    expect(read('Percent', written)).toStrictEqual({ value })
  })

  it.each(['100.1', '-1', '101%', 'most', '1e1', '.5', '80 percent'])('%s is none', (written) => {
    expect(read('Percent', written)).toStrictEqual({ expected: 'a number from 0 to 100' })
  })
})

describe('yes and no', () => {
  it.each([
    ['true', true],
    ['True', true],
    ['false', false],
  ])('%s', (written, value) => {
    expect(read('Boolean', written)).toStrictEqual({ value })
  })

  it.each([
    ['yes', 'Write true.'],
    ['On', 'Write true.'],
    ['y', 'Write true.'],
    ['no', 'Write false.'],
    ['OFF', 'Write false.'],
    ['n', 'Write false.'],
  ])('%s is text in YAML 1.2', (written, hint) => {
    expect(read('Boolean', written)).toStrictEqual({ expected: 'true or false', hint })
  })

  it.each(['1', '"true"', 'maybe', 'eyes', 'yesterday', 'into', 'none', '12 on', 'off and on'])(
    '%s is neither',
    (written) => {
      expect(read('Boolean', written)).toStrictEqual({ expected: 'true or false' })
    },
  )
})

describe('dates', () => {
  it.each(['2026-11-22', '2024-02-29', '2000-02-29', '1999-12-31'])('%s', (written) => {
    expect(read('Date', written)).toStrictEqual({ value: written })
  })

  it.each(['2026-02-30', '2026-02-29', '1900-02-29', '2026-04-31', '2026-13-01', '2026-00-10', '2026-01-00'])(
    '%s is not in the calendar',
    (written) => {
      expect(read('Date', written)).toStrictEqual({
        expected: 'a date',
        hint: `There is no ${written} in the calendar.`,
      })
    },
  )

  it.each([
    '22.11.2026',
    '11/22/2026',
    '2026-1-1',
    '2026',
    '20261122',
    '2026-11-22T00:00:00Z',
    '12026-11-22',
    'tomorrow',
  ])('%s is none', (written) => {
    expect(read('Date', written)).toStrictEqual({ expected: 'a date', hint: 'Write year-month-day: 2027-06-30.' })
  })
})

describe('durations', () => {
  it.each([
    ['45 min', 'PT45M'],
    ['45min', 'PT45M'],
    ['1 minute', 'PT1M'],
    ['2 h', 'PT2H'],
    ['1 hour 30 minutes', 'PT1H30M'],
    ['1h30m', 'PT1H30M'],
    ['1 d 4 h', 'P1DT4H'],
    ['1 day, 4 hours', 'P1DT4H'],
    ['3 days', 'P3D'],
    ['2 weeks', 'P2W'],
    ['30 s', 'PT30S'],
    ['1.5 h', 'PT1.5H'],
    ['1.25 h', 'PT1.25H'],
    ['" 1 h "', 'PT1H'],
    ['0 min', 'PT0M'],
    ['1 W 2 D 3 H 4 MIN 5 SEC', 'P1W2DT3H4M5S'],
    ['PT45M', 'PT45M'],
    ['P1DT4H', 'P1DT4H'],
    ['PT1.5H', 'PT1.5H'],
    ['P1.25DT1.125H', 'P1.25DT1.125H'],
    ['P2W', 'P2W'],
  ])('%s is %s', (written, value) => {
    expect(read('Duration', written)).toStrictEqual({ value })
  })

  it.each([
    ...[
      '45',
      'min',
      '45 minuten',
      '-1 h',
      '1 h 2 h',
      '30 min 1 h',
      '1 month',
      '1 year',
      'soon',
      '1:30',
      '1 h and 5 min',
    ],
    ...['P', 'PT', 'P1DT', 'P1M', 'P1Y', 'PT1D', 'P1H', 'PT5M1H', 'PT1H1H', 'pt45m', 'PT1,5H', 'UPT45M'],
  ])('%s is none', (written) => {
    expect(read('Duration', written)).toStrictEqual({
      expected: 'a duration',
      hint: 'Write 45 min, 2 h or 1 d 4 h (or ISO 8601: PT45M).',
    })
  })
})

describe('periods', () => {
  it.each([
    ['30 days', 'P30D'],
    ['3 months', 'P3M'],
    ['1 year', 'P1Y'],
    ['1 year 6 months', 'P1Y6M'],
    ['2 w', 'P2W'],
    ['6 m', 'P6M'],
    ['P3M', 'P3M'],
    ['P1Y6M2D', 'P1Y6M2D'],
  ])('%s is %s', (written, value) => {
    expect(read('Period', written)).toStrictEqual({ value })
  })

  it.each(['3', 'monthly', '2 h', '30 min', 'PT1H', 'P1DT1H', '6 months 1 year', 'P6M1Y'])('%s is none', (written) => {
    expect(read('Period', written)).toStrictEqual({
      expected: 'a period',
      hint: 'Write 30 days, 3 months or 1 year (or ISO 8601: P3M).',
    })
  })
})

describe('web addresses', () => {
  it.each(['https://example.org', 'http://example.org/a?b=c#d', 'mailto:desk@example.org', 'https://bücher.example/ß'])(
    '%s',
    (written) => {
      expect(read('URL', written)).toStrictEqual({ value: written })
    },
  )

  it.each([
    'example.org',
    '/desk',
    '//example.org',
    'ftp://example.org',
    'javascript:alert(1)',
    'https://',
    'file:///etc/passwd',
  ])('%s is none', (written) => {
    expect(read('URL', written)).toStrictEqual({
      expected: 'a web address',
      hint: 'Write it whole, beginning with https://, http:// or mailto:.',
    })
  })
})

describe('what nobody means', () => {
  it.each([
    ['Period', '999999 years', 'a period of up to 1,000 years'],
    ['Period', 'P12001M', 'a period of up to 1,000 years'],
    ['Duration', '36526 d', 'a duration of up to 100 years'],
    ['Duration', `${'9'.repeat(400)} h`, 'a duration of up to 100 years'],
  ])('is refused: %s %s', (type, source, expected) => {
    expect(readScalar(type, source, source)).toStrictEqual({ expected, hint: 'Check the number and its unit.' })
  })

  it.each([
    ['Period', '1000 years', 'P1000Y'],
    ['Duration', '36525 d', 'P36525D'],
  ])('ends just above %s %s', (type, source, value) => {
    expect(readScalar(type, source, source)).toStrictEqual({ value })
  })

  it.each([
    ['Date', '-'],
    ['URL', 'TBD'],
    ['Period', 'n/a'],
    ['Duration', ' ? '],
  ])('is better left out: %s %s', (type, source) => {
    expect(readScalar(type, source, source)).toMatchObject({
      hint: expect.stringMatching(/ Leave it out when it isn't known\.$/) as unknown,
    })
  })
})

it('isn’t told to be left out where it says something, nor where there is no hint', () => {
  expect(readScalar('Period', 'nightly', 'nightly')).toStrictEqual({
    expected: 'a period',
    hint: 'Write 30 days, 3 months or 1 year (or ISO 8601: P3M).',
  })
  expect(readScalar('Float', 'n/a', 'n/a')).toStrictEqual({ expected: 'a number' })
  expect(readScalar('String', 'n/a', 'n/a')).toStrictEqual({ value: 'n/a' })
})

describe('a name', () => {
  it.each(['A\nB', 'A\r', 'A\u0007', 'A\u0085', 'A\u2028B'])('is one line: %j', (name) => {
    expect(readName(name, name)).toMatchObject({ expected: 'one line of text' })
  })

  it('may be in any writing', () => {
    expect(readName('東京 \u200fעברית', '')).toStrictEqual({ value: '東京 \u200fעברית' })
  })
})
