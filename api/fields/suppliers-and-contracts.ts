import type { Resolvers } from '../schema/attach-resolvers.ts'
import { endingContracts } from './impact/ending-contracts.ts'
import { supplierConcentration } from './impact/supplier-concentration.ts'

/** What hangs on each supplier, and what contracts that end would take with them. */
export const suppliersAndContractsResolvers = (): Resolvers => ({ Query: { supplierConcentration, endingContracts } })
