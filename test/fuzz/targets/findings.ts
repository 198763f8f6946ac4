import assert from 'node:assert/strict'
import type { Finding } from '../../../graph/catalogue/finding.ts'

/** Expects of findings what people need: a place, and words. Whatever stands in `text` may stand in a message. */
export function expectUsable(findings: readonly Finding[], text: string): void {
  const unsaid = ['undefined', '[object', 'NaN'].filter((word) => !text.includes(word))
  for (const { place, message, rule, hint } of findings) {
    assert.ok(Number.isInteger(place.line) && place.line >= 1, `"${message}" is in line ${place.line}`)
    assert.ok(Number.isInteger(place.column) && place.column >= 1, `"${message}" is in column ${place.column}`)
    assert.ok(place.file !== '' && message.trim() !== '' && hint?.trim() !== '', `"${message}" says too little`)
    assert.match(rule, /^[a-z0-9/-]+$/)
    for (const word of unsaid) assert.ok(!`${message} ${hint ?? ''}`.includes(word), `"${message}" says ${word}`)
  }
}
