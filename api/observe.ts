/**
 * Does a part of an answer's work that is no statement, and gives its result: whoever passes one to `createApi` learns what
 * takes how long. The names are those of the fields that compute something (`impact`, `singlePointsOfFailure` …), `snapshot`
 * and `searchIndex`.
 */
export type Observe = <Result>(name: string, work: () => Promise<Result>) => Promise<Result>

/** Does the work and tells nobody. */
export const unobserved: Observe = (_, work) => work()
