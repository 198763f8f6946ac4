import type { ImpactState } from '../generated/graphql.ts'
import { spoken } from '../text/words.ts'

/** Texts by state, in the order in which they come: "down: Mail, Chat; at risk: Intranet". */
export function byState(told: readonly { readonly state: ImpactState; readonly text: string }[]): string {
  const states = [...new Set(told.map(({ state }) => state))]
  const textsOf = (wanted: ImpactState): string =>
    told.flatMap(({ state, text }) => (state === wanted ? [text] : [])).join(', ')
  return states.map((state) => `${spoken(state)}: ${textsOf(state)}`).join('; ')
}
