import { expect, it } from 'vitest'
import { Phases } from '../../../../api/server/watch/phases.ts'

it('gives every moment to one phase: the graph before what is computed beside it, statements beside each other once', () => {
  const phases = new Phases(0)
  const parsed = phases.enter('parse', 10)
  parsed(15)
  const computed = phases.enter('compute', 20)
  const first = phases.enter('graph', 30)
  const second = phases.enter('graph', 40)
  first(50)
  second(70)
  computed(75)
  expect(phases.spent(100)).toEqual({ parse: 5, compute: 15, graph: 40, validate: 0, other: 40 })
})
