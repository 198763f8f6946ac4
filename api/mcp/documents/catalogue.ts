import { graphql } from '../generated/gql.ts'

/** What validation found worth a look. */
export const findingsDocument = graphql(`
  query McpFindings($first: Int!, $after: String, $severity: [Severity!], $rule: [String!], $item: ID) {
    findings(first: $first, after: $after, severity: $severity, rule: $rule, item: $item) {
      totalCount
      nodes {
        severity
        rule
        message
        hint
        item
        file
        line
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`)

/** The latest loads, and what each did to every item. */
export const changesDocument = graphql(`
  query McpChanges($first: Int!, $after: String) {
    revisions(first: $first, after: $after) {
      totalCount
      nodes {
        number
        at
        added
        changed
        removed
        complete
        changes {
          id
          name
          action
          fields {
            field
            before
            after
          }
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`)
