import type { Api } from '../api/execute.ts'
import { openGraph } from './catalogue.ts'
import type { GraphAsked } from './catalogue.ts'
import { Failure } from './failure.ts'
import type { TypedDocumentString } from './generated/graphql.ts'

/** The API in this process, for one command. */
export interface Asked {
  /** Number of the revision that answers come from. */
  readonly revision: number
  /** Asks in GraphQL; what is wrong comes back in `errors`. */
  readonly execute: Api['execute']
  /** Asks one document. @throws Failure when the API reports an error. */
  readonly ask: <Result, Variables>(
    document: TypedDocumentString<Result, Variables>,
    variables: Variables,
  ) => Promise<Result>
}

/** Opens the graph that a command asks, lets it ask, and closes the graph. */
export async function asking<Result>(from: GraphAsked, use: (api: Asked) => Promise<Result>): Promise<Result> {
  const store = await openGraph(from)
  try {
    const { createApi } = await import('../api/execute.ts')
    const api = await createApi(store)
    return await use({
      revision: api.revision,
      execute: api.execute.bind(api),
      ask: async (document, variables) => {
        const { data, errors } = await api.execute(document, variables)
        if (data != null && errors === undefined) return data
        const isToBeMended = errors?.every(({ extensions }) => extensions['code'] === 'BAD_USER_INPUT') === true
        const messages = errors?.map(({ message }) => message).join(isToBeMended ? '\n' : ' ') ?? 'no data'
        throw new Failure(isToBeMended ? messages : `The API can't answer: ${messages}`)
      },
    })
  } finally {
    await store.close()
  }
}

/** A part of a long list, as the API gives it. */
interface Page<Node> {
  readonly nodes: readonly Node[]
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null }
}

/** Asks for one page after the other. @returns all nodes. */
export async function everyNode<Node>(askPage: (after: string | null) => Promise<Page<Node>>): Promise<Node[]> {
  const nodes: Node[] = []
  let after: string | null = null
  do {
    const page: Page<Node> = await askPage(after)
    nodes.push(...page.nodes)
    after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null
  } while (after !== null)
  return nodes
}
