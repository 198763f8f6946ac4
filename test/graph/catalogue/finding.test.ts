import { expect, it } from 'vitest'
import { byPlace } from '../../../graph/catalogue/finding.ts'
import type { Finding } from '../../../graph/catalogue/finding.ts'

it('findings are sorted by file, line, column, rule and message', () => {
  const finding = (file: string, line: number, column: number, rule: string, message: string): Finding => ({
    rule,
    severity: 'error',
    message,
    place: { layer: 'own', path: `/catalogue/${file}`, file, line, column },
  })
  const sorted = [
    finding('a.yaml', 1, 2, 'b', 'B'),
    finding('a.yaml', 2, 1, 'b', 'A'),
    finding('a.yaml', 2, 1, 'b', 'B'),
    finding('a.yaml', 2, 1, 'c', 'A'),
    finding('a.yaml', 2, 10, 'a', 'A'),
    finding('a.yaml', 10, 1, 'a', 'A'),
    finding('b.yaml', 1, 1, 'a', 'A'),
  ]
  expect(sorted.toReversed().sort(byPlace)).toStrictEqual(sorted)
})
