import { graphql } from '../generated/gql.ts'

/** For each supplier what hangs on it. */
export const suppliersDocument = graphql(`
  query CliSuppliers {
    supplierConcentration {
      supplier {
        ...CliName
      }
      summary
      capacities {
        as
        through {
          ...CliName
        }
        streams {
          stream {
            ...CliName
          }
          perspective
          state
          alone
          alternatives {
            ...CliAlternative
          }
          share
          shareAlone
        }
        services {
          service {
            ...CliName
          }
          state
          alone
          alternatives {
            ...CliAlternative
          }
        }
      }
    }
  }
`)

/** What is left of a redundancy group without a supplier. */
export const alternativeFragment = graphql(`
  fragment CliAlternative on SupplierAlternative {
    of {
      ...CliName
    }
    group
    left {
      ...CliName
    }
  }
`)

/** Contracts that end soon, and what they would take with them. */
export const contractsDocument = graphql(`
  query CliContracts($within: Int, $today: Date) {
    endingContracts(within: $within, today: $today) {
      contract {
        ...CliName
      }
      suppliers {
        ...CliName
      }
      end
      daysLeft
      ended
      noticeBy
      renewsItself
      counts {
        down
        degraded
        atRisk
      }
      streams {
        item {
          ...CliName
        }
        state
      }
      services {
        item {
          ...CliName
        }
        state
      }
      summary
    }
  }
`)
