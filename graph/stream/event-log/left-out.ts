/** Something of a log that the figures don't count, and why. */
export interface LeftOut {
  readonly what:
    | 'LINES_WITHOUT_CASE'
    | 'LINES_WITHOUT_ACTIVITY'
    | 'OTHER_TRANSITIONS'
    | 'CASES_WITHOUT_TIME'
    | 'REPEATED_LINES'
    | 'UNFINISHED_CASES'
    | 'CASES_BEGUN_ELSEWHERE'
    | 'RARE_VARIANTS'
    | 'RARE_WAYS'
  readonly count: number
  /** In plain words, with the count. */
  readonly message: string
}

/** "1 case", "1,204 cases". */
export function many(count: number, one: string, several = `${one}s`): string {
  return `${count.toLocaleString('en')} ${count === 1 ? one : several}`
}

/** The first of some names, and how many more there are: "A, B, C and 4 more". */
export function firstOf(names: readonly string[], most = 3): string {
  const more = names.length > most ? ` and ${(names.length - most).toLocaleString('en')} more` : ''
  return `${names.slice(0, most).join(', ')}${more}`
}
