import type { Examples } from '../page/examples.ts'
import { askUntyped } from './ask.ts'
import type { Execute } from './build-input.ts'

/** What a question is about, in the order of the page. */
export type ApiQuestionName = 'practices' | 'time' | 'failure' | 'supplier' | 'governance'

/** A question to the API that runs as it stands, and its answer. */
export interface ApiQuestion {
  readonly name: ApiQuestionName
  /** Name of the item that it is about. */
  readonly about: string
  readonly query: string
  /** The answer as JSON, as the API sends it. */
  readonly answer: string
}

/** Asks the questions that Tributary is for of the catalogue's own items. Those that it has no item for are left out. */
export async function askedQuestions(execute: Execute, examples: Examples): Promise<ApiQuestion[]> {
  const asked = questions.flatMap(({ name, of, query }) => {
    const about = of(examples)
    return about === undefined ? [] : [{ name, about: about.name, query: query(about.id) }]
  })
  return Promise.all(
    asked.map(async (each) => ({
      ...each,
      answer: JSON.stringify({ data: await askUntyped(execute, each.query, {}) }, null, 2),
    })),
  )
}

/** A question before it is known which item it is about. */
interface Question {
  readonly name: ApiQuestionName
  readonly of: (examples: Examples) => { readonly id: string; readonly name: string } | undefined
  readonly query: (id: string) => string
}

const questions: readonly Question[] = [
  {
    name: 'practices',
    of: ({ stream }) => stream,
    query: (id) => `{
  valueStream(id: "${id}") {
    name
    contributions {
      practice { name }
      steps { step { name } with { name } }
    }
  }
}`,
  },
  {
    name: 'time',
    of: ({ asIs, stream }) => asIs?.stream ?? stream,
    query: (id) => `{
  valueStream(id: "${id}") {
    name
    measures {
      figures { name text }
      steps { step { name } lead { text } shareOfLeadTime }
    }
  }
}`,
  },
  {
    name: 'failure',
    of: ({ application, worst }) => application ?? worst?.item,
    query: (id) => `{
  impact(failed: [{ id: "${id}", state: DOWN }], first: 5) {
    summary
    affected { id state sentence }
    streams { stream { name } state shareOfLeadTime shareOfDemand }
  }
}`,
  },
  {
    name: 'supplier',
    of: ({ supplier }) => supplier,
    query: (id) => `{
  supplier(id: "${id}") {
    name
    owner { ... on Item { name } }
    relations(first: 5, filter: { kind: [CONTRACT] }) {
      totalCount
      edges { verb node { id name } sources { file line } }
    }
  }
}`,
  },
  {
    name: 'governance',
    of: ({ policy }) => policy,
    query: (id) => `{
  governanceTrace(id: "${id}", first: 3) {
    summary
    rows { governed { name } step { name } contract { name } supplier { name } }
    gaps { message }
  }
}`,
  },
]
