import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { startTracing } from '../../../../api/server/watch/tracing.ts'
import { otlpReceiver } from './otlp-receiver.ts'
import type { OtlpReceiver, ReceivedSpan } from './otlp-receiver.ts'
import { keptLog, watchedServer } from './watched-server.ts'
import type { WatchedServer } from './watched-server.ts'

const traceId = '0af7651916cd43dd8448eb211c80319c'
const callerId = 'b7ad6b7169203331'

describe('traces', () => {
  let receiver: OtlpReceiver
  let server: WatchedServer
  beforeAll(async () => {
    receiver = await otlpReceiver()
    vi.stubEnv('OTEL_EXPORTER_OTLP_ENDPOINT', receiver.endpoint)
    vi.stubEnv('OTEL_EXPORTER_OTLP_HEADERS', 'x-tenant=acme')
    vi.stubEnv('OTEL_RESOURCE_ATTRIBUTES', 'deployment.environment.name=test')
    const stop = await startTracing(keptLog().log)
    server = await watchedServer()
    const traceparent = `00-${traceId}-${callerId}-01`
    const query = 'query Hit($id: ID!) { impact(failed: [{ id: $id }]) { total } application(id: $id) { name } }'
    await server.ask({ query, variables: { id: 'application/mail' } }, { traceparent, 'x-request-id': 'hit' })
    await server.ask({ query: '{ nothing }' }, { 'x-request-id': 'invalid' })
    await Promise.all([server.line('hit'), server.line('invalid')])
    await server.close()
    await stop()
  })
  afterAll(() => {
    receiver.close()
    vi.unstubAllEnvs()
  })

  const ofTrace = (): readonly ReceivedSpan[] => receiver.spans.filter((span) => span.traceId === traceId)
  /** What lies below a span, each kind once: in how many statements something is read is the reader's business. */
  const below = (parentId: string): unknown[] => {
    const all = ofTrace()
      .filter((span) => span.parentId === parentId)
      .map((span) => JSON.stringify([span.name, ...below(span.spanId)]))
    return [...new Set(all)].sort().map((each) => JSON.parse(each) as unknown)
  }
  const named = (name: string): ReceivedSpan => {
    const span = ofTrace().find((each) => each.name === name)
    if (span === undefined) throw new Error(`No span ${name}`)
    return span
  }

  it('follow a request from whoever asks down to each statement and what is computed', () => {
    const statement = ['grafeo read']
    expect(below(callerId)).toEqual([
      [
        'POST api',
        [
          'query Hit',
          ['graphql.execute', statement, ['impact'], ['snapshot', statement]],
          ['graphql.parse'],
          ['graphql.validate'],
        ],
      ],
    ])
  })

  it('say what was asked in OpenTelemetry’s words, and no values', () => {
    expect(named('POST api')).toMatchObject({
      kind: 2,
      attributes: { 'http.request.method': 'POST', 'http.route': 'api', 'http.response.status_code': 200 },
    })
    expect(named('query Hit').attributes).toEqual({
      'graphql.operation.type': 'query',
      'graphql.operation.name': 'Hit',
    })
    const { kind, attributes } = named('grafeo read')
    expect(kind).toBe(3)
    expect(attributes).toMatchObject({ 'db.system.name': 'grafeo' })
    expect(attributes['db.query.text']).toContain('MATCH')
    expect(attributes['db.response.returned_rows']).toBeGreaterThanOrEqual(1)
    expect(JSON.stringify(receiver.spans)).not.toContain('application/mail')
  })

  it('mark what has failed', () => {
    const failed = receiver.spans.filter(({ status }) => status === 2)
    expect(failed.map(({ name, attributes }) => [name, attributes['error.type']])).toEqual(
      expect.arrayContaining([['graphql.operation', 'GRAPHQL_VALIDATION_FAILED']]),
    )
  })

  it('are in the log, too', async () => {
    expect(await server.line('hit')).toMatchObject({ traceId, spanId: named('POST api').spanId })
  })

  it('say whose they are, as the environment wants it', () => {
    expect(receiver.headers[0]).toMatchObject({ 'x-tenant': 'acme' })
    expect(receiver.spans[0]?.resource).toMatchObject({
      'service.name': 'tributary',
      'deployment.environment.name': 'test',
    })
  })
})

describe('traces nobody wants', () => {
  it.each([
    { OTEL_EXPORTER_OTLP_ENDPOINT: '' },
    { OTEL_EXPORTER_OTLP_ENDPOINT: 'http://127.0.0.1:1', OTEL_SDK_DISABLED: 'true' },
    { OTEL_EXPORTER_OTLP_ENDPOINT: 'http://127.0.0.1:1', OTEL_TRACES_EXPORTER: 'none' },
  ])('are not even prepared: %j', async (environment) => {
    for (const [name, value] of Object.entries(environment)) vi.stubEnv(name, value)
    const { lines, log } = keptLog()
    await (
      await startTracing(log)
    )()
    vi.unstubAllEnvs()
    expect(lines).toEqual([])
  })
})
