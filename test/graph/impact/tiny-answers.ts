/** Of the tiny catalogue, worked out by hand: what fails; and what isn't OK then besides it, with states and degrees. */
export const tinyAnswers: readonly (readonly [
  question: string,
  failed: Readonly<Record<string, string>>,
  expected: string[],
])[] = [
  [
    'a circle, weakened by an important need, and a stream through its step',
    { 'application/core': 'DOWN' },
    [
      'application/ring-b DEGRADED 1',
      'step/resolve/capture DEGRADED 2',
      'application/ring-a DEGRADED 2',
      'service/echo DEGRADED 3',
      'value-stream/resolve DEGRADED 3',
      'application/left AT_RISK 1',
    ],
  ],
  [
    'from within the circle, up to the service that the stream serves',
    { 'application/ring-a': 'DOWN' },
    [
      'service/echo DOWN 1',
      'application/ring-b DOWN 1',
      'step/resolve/capture DOWN 2',
      'value-stream/resolve DOWN 3',
      'service/quorum AT_RISK 4',
    ],
  ],
  ['a service that needs itself', { 'service/echo': 'DEGRADED' }, []],
  ['one of a pair', { 'application/left': 'DOWN' }, ['service/pair AT_RISK 1']],
  ['both of a pair', { 'application/left': 'DOWN', 'application/right': 'DEGRADED' }, ['service/pair DEGRADED 1']],
  ['one of three of which two must work', { 'application/two': 'DOWN' }, ['service/quorum AT_RISK 1']],
  ['two of them', { 'application/two': 'DOWN', 'application/three': 'DOWN' }, ['service/quorum DOWN 1']],
  [
    'a supplier, through a contract that serves',
    { 'supplier/acme': 'DOWN' },
    ['application/one DOWN 2', 'contract/support DOWN 1', 'service/quorum AT_RISK 3'],
  ],
  ['what carries only change', { 'policy/rule': 'DOWN', 'metric/time-to-resolve': 'DOWN' }, []],
  ['nothing at all', { 'application/core': 'OK' }, []],
]
