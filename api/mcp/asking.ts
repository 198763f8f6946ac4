import type { ExecutionResult } from 'graphql'
import type { Api } from '../execute.ts'
import { checkLimits } from '../server/limits/check-limits.ts'
import { knownDocument, unknownDocument } from './documents/items.ts'
import { prefixesDocument } from './documents/model.ts'
import type { TypedDocumentString } from './generated/graphql.ts'

/** What a tool was asked can't be answered as it was asked: says why, and what may have been meant. */
export class Refused extends Error {
  override readonly name = 'Refused'
}

/** The most ids that the API looks up at once. */
const mostIds = 100

/** The API as tools ask it. */
export class Asking {
  readonly #api: Pick<Api, 'execute' | 'refresh' | 'schema'>

  constructor(api: Pick<Api, 'execute' | 'refresh' | 'schema'>) {
    this.#api = api
  }

  /** Answers one document. @throws Refused with what the API says is wrong with the question. */
  async ask<Result, Variables>(
    document: TypedDocumentString<Result, Variables>,
    variables: Variables,
  ): Promise<Result> {
    return (await this.askText(document.toString(), variables as Readonly<Record<string, unknown>>)) as Result
  }

  /** The same for a document that is written while running, from the model. */
  async askText(document: string, variables: Readonly<Record<string, unknown>>): Promise<unknown> {
    return this.#answer(await this.#api.execute(document, variables))
  }

  /** Answers a stranger's document, within the limits of the API over HTTP. @throws Refused as `ask`. */
  async askLimited(
    document: string,
    variables: Readonly<Record<string, unknown>>,
  ): Promise<Readonly<Record<string, unknown>>> {
    await this.#api.refresh()
    const checked = checkLimits(this.#api.schema, document, variables)
    if ('errors' in checked) return this.#answer({ errors: checked.errors })
    return this.#answer(await this.#api.execute(checked.document, variables))
  }

  #answer({ data, errors }: ExecutionResult): Readonly<Record<string, unknown>> {
    if (data != null && errors === undefined) return data
    throw new Refused(errors?.map(({ message }) => message).join('\n') ?? 'The API answered without data.')
  }

  /**
   * Whole ids of items that there are. What stands before the slash may be left out where only one kind has such an item.
   * @param kind name of the kind that they must be of: ValueStream.
   * @throws Refused naming what there isn't, with what may have been meant, or the several that it may be.
   */
  async known(written: readonly string[], kind?: string): Promise<string[]> {
    const { model } = await this.ask(prefixesDocument, {})
    const all = model.kinds.map(({ idPrefix }) => `${idPrefix}/`)
    const fitting = model.kinds.filter(({ name }) => kind === undefined || name === kind)
    return Promise.all(
      written.map((id) => {
        const whole = all.some((prefix) => id.startsWith(prefix))
        return this.#one(id, whole ? [id] : fitting.map(({ idPrefix }) => `${idPrefix}/${id}`))
      }),
    )
  }

  async #one(written: string, candidates: readonly string[]): Promise<string> {
    const { nodes } = await this.ask(knownDocument, { ids: candidates.slice(0, mostIds) })
    const [found, ...others] = new Set(nodes.flatMap((node) => node?.id ?? []))
    if (found === undefined) throw await this.#unknown(written, candidates)
    if (others.length === 0) return found
    throw new Refused(`"${written}" may be ${anyOf.format([found, ...others])}. Write the whole id.`)
  }

  /** The API knows which ids are near: it says so where somebody asks for one that there isn't. */
  async #unknown(written: string, candidates: readonly string[]): Promise<Refused> {
    const id = candidates.length === 1 ? (candidates[0] ?? written) : written
    try {
      await this.ask(unknownDocument, { ids: [id] })
    } catch (error) {
      if (error instanceof Refused) return new Refused(`${error.message} The tool "search" finds ids by words.`)
      throw error
    }
    return new Refused(`There is no item ${id} any more.`)
  }
}

const anyOf = new Intl.ListFormat('en-GB', { type: 'disjunction' })
