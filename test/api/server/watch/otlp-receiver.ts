import { createServer } from 'node:http'
import type { IncomingHttpHeaders } from 'node:http'
import type { AddressInfo } from 'node:net'

/** A span as it was received. Ids are hexadecimal; a root's parent is empty. */
export interface ReceivedSpan {
  readonly traceId: string
  readonly spanId: string
  readonly parentId: string
  readonly name: string
  /** 1 internal, 2 server, 3 client. */
  readonly kind: number
  /** 2 is an error. */
  readonly status: number
  readonly attributes: Readonly<Record<string, string | number | undefined>>
  /** Of the process that sent it. */
  readonly resource: Readonly<Record<string, string | number | undefined>>
}

/** What receives traces. */
export interface OtlpReceiver {
  readonly endpoint: string
  readonly spans: readonly ReceivedSpan[]
  /** Of each request that brought spans. */
  readonly headers: readonly IncomingHttpHeaders[]
  close(): void
}

/** Receives OTLP over HTTP as a collector does: POST /v1/traces, protobuf. */
export async function otlpReceiver(): Promise<OtlpReceiver> {
  const spans: ReceivedSpan[] = []
  const headers: IncomingHttpHeaders[] = []
  const server = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      const isTraces = request.method === 'POST' && request.url === '/v1/traces'
      if (isTraces && request.headers['content-type'] === 'application/x-protobuf') {
        spans.push(...spansOf(Buffer.concat(chunks)))
        headers.push(request.headers)
        response.writeHead(200, { 'content-type': 'application/x-protobuf' }).end()
      } else response.writeHead(404).end()
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const endpoint = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`
  return { endpoint, spans, headers, close: () => server.close() }
}

// Numbers of fields: opentelemetry/proto/{collector/trace,trace,common,resource}/v1/*.proto
function spansOf(message: Buffer): ReceivedSpan[] {
  return all(message, 1).flatMap((resourceSpans) => {
    const resource = attributesOf(all(resourceSpans, 1)[0] ?? Buffer.alloc(0), 1)
    const spans = all(resourceSpans, 2).flatMap((scopeSpans) => all(scopeSpans, 2))
    return spans.map((span) => ({
      traceId: all(span, 1)[0]?.toString('hex') ?? '',
      spanId: all(span, 2)[0]?.toString('hex') ?? '',
      parentId: all(span, 4)[0]?.toString('hex') ?? '',
      name: text(span, 5) ?? '',
      kind: number(span, 6) ?? 0,
      status: all(span, 15).map((status) => number(status, 3) ?? 0)[0] ?? 0,
      attributes: attributesOf(span, 9),
      resource,
    }))
  })
}

const attributesOf = (message: Buffer, field: number): Record<string, string | number | undefined> =>
  Object.fromEntries(
    all(message, field).map((pair) => {
      const value = all(pair, 2)[0] ?? Buffer.alloc(0)
      return [text(pair, 1) ?? '', text(value, 1) ?? number(value, 3)]
    }),
  )

const all = (message: Buffer, field: number): Buffer[] =>
  fieldsOf(message).flatMap((each) => (each.field === field && Buffer.isBuffer(each.value) ? [each.value] : []))
const text = (message: Buffer, field: number): string | undefined => all(message, field)[0]?.toString('utf8')
const number = (message: Buffer, field: number): number | undefined =>
  fieldsOf(message).flatMap((each) => (each.field === field && typeof each.value === 'number' ? [each.value] : []))[0]

/** The fields of a protobuf message: varints are numbers, what has a length is bytes, fixed sizes are left out. */
function fieldsOf(message: Buffer): { readonly field: number; readonly value: number | Buffer }[] {
  const fields: { field: number; value: number | Buffer }[] = []
  let at = 0
  const varint = (): number => {
    let result = 0
    for (let factor = 1; ; factor *= 128) {
      const byte = message[at++] ?? 0
      result += (byte & 127) * factor
      if (byte < 128) return result
    }
  }
  while (at < message.length) {
    const tag = varint()
    const field = Math.floor(tag / 8)
    const form = tag % 8
    if (form === 0) fields.push({ field, value: varint() })
    else if (form === 2) {
      const length = varint()
      fields.push({ field, value: message.subarray(at, (at += length)) })
    } else if (form === 1) at += 8
    else if (form === 5) at += 4
    else throw new Error(`No form of a field: ${String(form)}`)
  }
  return fields
}
