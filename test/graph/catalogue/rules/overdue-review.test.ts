import { expect, it } from 'vitest'
import { foundBy } from '../findings-of.ts'

/** Checked for 2026-11-22. */
const found = (day: string) =>
  foundBy('overdue-review', { 'teams/a.yaml': `name: A\nreviewBy: ${day}\n`, 'teams/b.yaml': 'name: B\n' })

it('finds items that should have been looked at again', async () => {
  expect(await found('2026-11-21')).toStrictEqual([
    'teams/a.yaml:2:1  info  overdue-review  Team "A" was to be reviewed by 2026-11-21. → Look at it, then set the next date.',
  ])
})

it('finds nothing on the last day, nor where there is none', async () => {
  expect(await found('2026-11-22')).toStrictEqual([])
})
