import { pino } from 'pino'
import { afterAll } from 'vitest'
import { createApi } from '../../../api/execute.ts'
import type { Api } from '../../../api/execute.ts'
import { serve } from '../../../api/server/serve.ts'
import { settingsSchema } from '../../../api/server/settings/settings.ts'
import { openStore } from '../../../graph/store/open-store.ts'
import { sample } from '../sample.ts'
import { seed } from '../seed.ts'

/** What a server answered. */
export interface Answered {
  readonly status: number
  readonly headers: Headers
  readonly body: { data?: unknown; errors?: { message: string; extensions: Record<string, unknown> }[] }
}

/** A server under test, and how to ask it. */
export interface ServerUnderTest {
  readonly address: string
  /** Posts JSON to `/graphql`. */
  post(body: unknown, headers?: Readonly<Record<string, string>>): Promise<Answered>
  /** Asks `/graphql` with parameters in the address, as clients of GraphQL do who say that they are none of a browser's forms. */
  get(parameters: Readonly<Record<string, string>>, headers?: Readonly<Record<string, string>>): Promise<Answered>
  /** Lines of its log, warnings and worse. */
  readonly log: readonly Record<string, unknown>[]
}

let api: Promise<Api> | undefined

async function sampleApi(): Promise<Api> {
  const store = await openStore('memory:')
  await seed(store, sample)
  return createApi(store)
}

/** Serves the sample, or another API, with settings as a file says them, until the suite's end. */
export async function serverUnderTest(settings: unknown = {}, given?: Api): Promise<ServerUnderTest> {
  const served = given ?? (await (api ??= sampleApi()))
  const log: Record<string, unknown>[] = []
  const server = await serve({
    api: served,
    log: pino({ level: 'warn' }, { write: (line) => log.push(JSON.parse(line)) }),
    settings: settingsSchema.parse(settings),
  })
  afterAll(() => server.close())
  const answered = async (response: Response): Promise<Answered> => ({
    status: response.status,
    headers: response.headers,
    body: (await response.json()) as Answered['body'],
  })
  const url = `${server.address}/graphql`
  return {
    address: server.address,
    log,
    post: async (body, headers = {}) =>
      answered(
        await fetch(url, {
          method: 'POST',
          headers: { 'content-type': 'application/json', ...headers },
          body: JSON.stringify(body),
        }),
      ),
    get: async (parameters, headers = { 'apollo-require-preflight': 'true' }) =>
      answered(await fetch(`${url}?${new URLSearchParams(parameters).toString()}`, { headers })),
  }
}
