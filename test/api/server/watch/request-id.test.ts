import { expect, it } from 'vitest'
import { requestId } from '../../../../api/server/watch/request-id.ts'

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}$/

it.each([
  '7',
  'a'.repeat(128),
  '0af7651916cd43dd8448eb211c80319c',
  'Root=1-67891233-abcdef012345678912345678',
  'x/y+z.1:2_3',
])('takes over %s', (brought) => {
  expect(requestId(brought)).toBe(brought)
})

it.each([undefined, '', 'a'.repeat(129), 'a b', 'a\nb', '"', '<script>', 'é', ['a', 'b']])(
  'makes one of its own instead of %j',
  (brought) => {
    expect(requestId(brought)).toMatch(uuid)
    expect(requestId(brought)).not.toBe(requestId(brought))
  },
)
