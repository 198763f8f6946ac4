import type { Resolvers } from '../schema/attach-resolvers.ts'
import { governanceGaps, governanceTrace } from './impact/governance.ts'

/** From policies, decisions and principles down to suppliers, and what governance lacks. */
export const governanceResolvers = (): Resolvers => ({ Query: { governanceTrace, governanceGaps } })
