import assert from 'node:assert/strict'

/** Expects of a server's answer what GraphQL promises: a result, or a request that is refused in words. Never the server's own fault. */
export async function expectGraphQL(answer: Response): Promise<void> {
  const { status, headers } = answer
  const text = await answer.text()
  assert.ok(status < 500, `${status}: ${text.slice(0, 500)}`)
  if (!/json/.test(headers.get('content-type') ?? '')) {
    assert.ok(status >= 300, `${status} with ${headers.get('content-type') ?? 'no type'}`)
    return
  }
  const { data, errors } = JSON.parse(text) as { data?: unknown; errors?: readonly { message?: unknown }[] }
  assert.ok(data !== undefined || (errors !== undefined && errors.length > 0), `${status}: ${text.slice(0, 500)}`)
  for (const { message } of errors ?? []) {
    assert.ok(typeof message === 'string' && message !== '')
    assert.ok(!message.startsWith('Internal server error'), text.slice(0, 500))
  }
}
