import { graphql } from '../generated/gql.ts'

/** What hangs on each supplier, and what each contract that ends would take with it. */
export const dependenceDocument = graphql(`
  query SiteDependence($today: Date!, $within: Int!) {
    supplierConcentration {
      supplier {
        id
      }
      summary
      capacities {
        as
        through {
          id
        }
        streams {
          stream {
            id
          }
          state
          alone
          alternatives {
            ...SiteAlternative
          }
          share
        }
        services {
          service {
            id
          }
          state
          alone
          alternatives {
            ...SiteAlternative
          }
        }
      }
    }
    endingContracts(within: $within, today: $today) {
      contract {
        id
      }
      end
      daysLeft
      ended
      noticeBy
      renewsItself
      streams {
        item {
          id
        }
        state
      }
      services {
        item {
          id
        }
        state
      }
      summary
    }
  }

  fragment SiteAlternative on SupplierAlternative {
    of {
      id
    }
    left {
      id
    }
  }
`)

/** From one policy, decision or principle down to suppliers. Many are asked for in one request, under other names. */
export const traceFragment = graphql(`
  fragment SiteTrace on GovernanceTrace {
    of {
      id
    }
    summary
    total
    rows {
      governor {
        id
      }
      governed {
        id
      }
      practices {
        id
      }
      step {
        id
      }
      resource {
        id
      }
      contract {
        id
      }
      supplier {
        id
      }
    }
    gaps {
      about {
        id
      }
      message
    }
  }
`)
