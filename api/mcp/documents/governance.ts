import { graphql } from '../generated/gql.ts'

/** For each supplier what hangs on it. */
export const suppliersDocument = graphql(`
  query McpSuppliers {
    supplierConcentration {
      supplier {
        ...McpName
      }
      summary
      capacities {
        as
        through {
          ...McpName
        }
        streams {
          stream {
            ...McpName
          }
          state
          alone
          share
          shareAlone
        }
        services {
          service {
            ...McpName
          }
          state
          alone
        }
      }
    }
  }
`)

/** Contracts that end soon or have ended, and what they would take with them. */
export const contractsDocument = graphql(`
  query McpContracts($within: Int!, $today: Date) {
    endingContracts(within: $within, today: $today) {
      summary
      contract {
        ...McpName
      }
      suppliers {
        ...McpName
      }
      end
      daysLeft
      ended
      noticeBy
      renewsItself
      streams {
        item {
          ...McpName
        }
        state
      }
      services {
        item {
          ...McpName
        }
        state
      }
    }
  }
`)

/** What a policy, a decision or a principle comes to. */
export const traceDocument = graphql(`
  query McpTrace($id: ID!, $today: Date, $first: Int!) {
    governanceTrace(id: $id, today: $today, first: $first) {
      of {
        ...McpName
      }
      summary
      everything
      total
      complete
      rows {
        governor {
          ...McpName
        }
        governed {
          ...McpName
        }
        practices {
          ...McpName
        }
        stream {
          ...McpName
        }
        step {
          ...McpName
        }
        resource {
          ...McpName
        }
        contract {
          ...McpName
        }
        supplier {
          ...McpName
        }
      }
      gaps {
        ...McpGap
      }
    }
  }
`)
