/** What the process that builds the site hands to its pages. */
export interface BuildInput {
  /** Answers GraphQL: the API in this process, or one that is asked over HTTP. */
  readonly execute: Execute
  /** The path that the site is published under, with slashes at both ends: `/` or `/itsm/`. */
  readonly base: string
  /** What the site is called in its header and in titles. */
  readonly title: string
  /** The day that "ends soon" counts from: 2026-11-22. */
  readonly today: string
}

/** Answers one GraphQL document. What is wrong comes back in `errors`, as GraphQL says. */
export type Execute = (document: string, variables?: Readonly<Record<string, unknown>>) => Promise<Answer>

/** GraphQL's answer. */
export interface Answer {
  readonly data?: unknown
  readonly errors?: readonly { readonly message: string }[] | undefined
}

/**
 * The input lies on `globalThis`, because pages are bundled: they share no module with the process that starts the build,
 * only the process itself. The executor is a live object (an in-memory store's data exists nowhere else), so it can't go
 * through files or configuration either.
 */
const key = Symbol.for('tributary.site')
const shared = globalThis as { [key]?: BuildInput | undefined }

/** Hands the input to the pages that are built next. One build at a time. */
export function provideBuildInput(input: BuildInput | undefined): void {
  shared[key] = input
}

/** What this build was given. @throws outside of `buildSite`. */
export function buildInput(): BuildInput {
  const input = shared[key]
  if (input === undefined) throw new Error('The site has no API to ask. Build it with `tributary build`.')
  return input
}
