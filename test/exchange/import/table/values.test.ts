import { describe, expect, it } from 'vitest'
import { readDay } from '../../../../exchange/import/table/values/day.ts'
import { readMoney } from '../../../../exchange/import/table/values/money.ts'
import { readNumber } from '../../../../exchange/import/table/values/number.ts'
import { readStretch } from '../../../../exchange/import/table/values/period.ts'
import { readTruth } from '../../../../exchange/import/table/values/truth.ts'
import { idName, nameKey } from '../../../../exchange/import/table/make/id-name.ts'
import { htmlText } from '../../../../exchange/import/table/read/without-html.ts'

describe('days', () => {
  it.each([
    ['2027-06-30', [], '2027-06-30'],
    ['2027-06-30T23:59:00+02:00', [], '2027-06-30'],
    ['30/06/2027', [], '2027-06-30'],
    ['06/30/2027 00:00', [], '2027-06-30'],
    ['Wed, 30 June 2027', [], '2027-06-30'],
    ['30-Jun-27', [], '2027-06-30'],
    ['03/04/2027', ['dd/MM/yyyy'], '2027-04-03'],
    ['3/4/2027 00:00:00', ['MM/dd/yyyy'], '2027-03-04'],
    ['1st March 2027', ['d MMMM yyyy'], '2027-03-01'],
    ['31. März 2027', ['d MMMM yyyy'], '2027-03-31'],
    ['20270630', ['yyyyMMdd'], '2027-06-30'],
    ['01/02/69', ['dd/MM/yy'], '2069-02-01'],
    ['01/02/70', ['dd/MM/yy'], '1970-02-01'],
    ['46568', [], '2027-06-30'],
    ['2027', ['dd/MM/yyyy', 'yyyy'], '2027-01-01'],
    ['30 Jun 2027', ['dd/MM/yyyy'], '2027-06-30'],
  ])('%s by %j is %s', (text, patterns, day) => {
    expect(readDay(text, patterns)).toEqual({ day })
  })

  it('of months and years are the first or the last', () => {
    expect(readDay('February 2028', ['MMMM yyyy'])).toEqual({ day: '2028-02-01' })
    expect(readDay('February 2028', ['MMMM yyyy'], true)).toEqual({ day: '2028-02-29' })
    expect(readDay('2028', ['yyyy'], true)).toEqual({ day: '2028-12-31' })
  })

  it.each([
    ['03/04/2027', [], /day or with the month first/],
    ['25/12/2027', ['MM/dd/yyyy'], /can't be read as a day as MM\/dd\/yyyy/],
    ['12/31/2027', ['dd/MM/yyyy'], /can't be read/],
    ['soon', [], /can't be read/],
  ])('%s by %j is none', (text, patterns, reason) => {
    expect(readDay(text, patterns)).toEqual({
      reason: expect.stringMatching(reason),
      hint: expect.stringContaining('date:'),
    })
  })

  it.each([
    ['31/02/2027', ['dd/MM/yyyy']],
    ['31/02/2027', ['yyyy-MM-dd', 'MM/dd/yyyy']],
    ['31/02/2027', []],
    ['2027-02-30', []],
    ['31 Feb 2027', ['d MMM yyyy']],
  ])('%s by %j is told as one that isn’t in the calendar', (text, patterns) => {
    expect(readDay(text, patterns)).toEqual({ reason: 'There is no such day.', hint: 'Mend it in the source.' })
  })
})

describe('numbers', () => {
  it.each([
    ['1,234.50', 1234.5],
    ['1.234,50', 1234.5],
    ['1,234', 1234],
    ['12,5', 12.5],
    ['1.234.567', 1234567],
    ['1 234 567,8', 1234567.8],
    ["1'234'567", 1234567],
    ['12,34,567', 1234567],
    ['(1,000)', -1000],
    ['-3', -3],
    ['2.5m', 2500000],
    ['100k', 100000],
    ['0.1', 0.1],
  ])('%s is %d', (text, number) => {
    expect(readNumber(text)).toBe(number)
  })

  it('that could be two are told apart by the decimal sign', () => {
    expect([readNumber('1.234', '.'), readNumber('1.234', ',')]).toEqual([1.234, 1234])
    expect([readNumber('1,234', '.'), readNumber('1,234', ',')]).toEqual([1234, 1.234])
  })

  it.each(['', 'x', '1-2', '1,2,3,4x', '(5', '12 apples', '1.2.3,4.5'])('%j is none', (text) => {
    expect(readNumber(text)).toBeUndefined()
  })
})

describe('money', () => {
  it.each([
    ['£1,234.50', 1234.5, 'GBP'],
    ['1.234,50 €', 1234.5, 'EUR'],
    ['A$1.2m', 1200000, 'AUD'],
    ['AUD 100k', 100000, 'AUD'],
    ['$5', 5, 'XTS'],
    ['5', 5, 'XTS'],
    ['£2.5 million', 2500000, 'GBP'],
    ['12 million EUR', 12000000, 'EUR'],
    ['-£5', -5, 'GBP'],
    ['(£5)', -5, 'GBP'],
    ['£1,000 exc VAT', 1000, 'GBP'],
    [' £ 7 ', 7, 'GBP'],
  ])('%s is %d %s', (text, amount, currency) => {
    expect(readMoney(text, 'XTS')).toEqual({ amount, currency })
  })

  it('says what keeps it from being read', () => {
    expect(readMoney('£1m - £2m', 'GBP')).toMatchObject({ reason: "It can't be read as an amount of money." })
    expect(readMoney('see schedule', 'GBP')).toMatchObject({ reason: "It can't be read as an amount of money." })
    expect(readMoney('$5', undefined)).toMatchObject({ reason: "It doesn't say of which currency it is." })
  })
})

describe('lengths of time and truth', () => {
  it.each([
    ['3 months', '3 months'],
    ["Three (3) months' written notice", '3 months'],
    ['1yr 6mths', '1 years 6 months'],
    ['30 calendar days', '30 days'],
    ['P3M', 'P3M'],
    ['2 + 1 + 1 years', undefined],
    ['12', undefined],
  ])('%s is %s', (text, stretch) => {
    expect(readStretch(text)).toBe(stretch)
  })

  it('a bare number counts what the mapping says', () => {
    expect(readStretch('12', 'months')).toBe('12 months')
  })

  it('yes and no are known in several languages', () => {
    expect(['Yes', 'N', '✓', 'nein', 'perhaps'].map(readTruth)).toEqual([true, false, true, false, undefined])
  })
})

describe('ids', () => {
  it.each([
    ['ACME  Ltd.', 'acme-ltd'],
    ['C++', 'c-plus-plus'],
    ['C#', 'c-sharp'],
    ['Größe', 'grosse'],
    ['C-2019/0114', 'c-2019-0114'],
    ['con', 'con-item'],
    ['../../etc/passwd', 'etc-passwd'],
    ['__proto__', 'proto'],
    ['—', undefined],
  ])('%s is %s', (text, id) => {
    expect(idName(text)).toBe(id)
  })

  it('of texts that are long or not Latin stay apart', () => {
    const long = [idName(`${'word '.repeat(50)}a`), idName(`${'word '.repeat(50)}b`)]
    expect(new Set([...long, idName('東京'), idName('大阪')]).size).toBe(4)
    expect(Math.max(...long.map((each) => each?.length ?? 0))).toBeLessThan(120)
    expect(idName('東京')).toMatch(/^[0-9a-f]{8}$/)
  })

  it('names are the same in any case, with any spaces and apostrophes', () => {
    expect(nameKey('O’Brien\u00a0 TRAINING')).toBe(nameKey("o'brien training"))
  })
})

describe('HTML', () => {
  it('becomes text', () => {
    expect(htmlText('<p>Smith &amp; Sons</p><ul><li>one<li>two</ul><script>x()</script>&#163;5 &unknown; a < b')).toBe(
      'Smith & Sons\n\n- one\n- two\n£5 &unknown; a < b',
    )
  })
})
