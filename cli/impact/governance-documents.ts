import { graphql } from '../generated/gql.ts'

/** What a policy, a decision or a principle comes to. */
export const traceDocument = graphql(`
  query CliTrace($id: ID!, $today: Date, $first: Int) {
    governanceTrace(id: $id, today: $today, first: $first) {
      of {
        ...CliName
      }
      everything
      summary
      total
      complete
      cuts {
        ...CliCut
      }
      rows {
        governor {
          ...CliName
        }
        governed {
          ...CliName
        }
        practices {
          ...CliName
        }
        stream {
          ...CliName
        }
        step {
          ...CliName
        }
        resource {
          ...CliName
        }
        contract {
          ...CliName
        }
        supplier {
          ...CliName
        }
      }
      gaps {
        ...CliGovernanceGap
      }
    }
  }
`)

/** What is missing in governance anywhere. */
export const governanceGapsDocument = graphql(`
  query CliGovernanceGaps($today: Date) {
    governanceGaps(today: $today) {
      ...CliGovernanceGap
    }
  }
`)

/** Something that governance leaves open. */
export const governanceGapFragment = graphql(`
  fragment CliGovernanceGap on AnswerGap {
    about {
      ...CliName
    }
    message
  }
`)
