import { graphql } from '../generated/gql.ts'

/** Items that match words. */
export const searchDocument = graphql(`
  query McpSearch($query: String!, $kinds: [Kind!], $first: Int!) {
    search(query: $query, kinds: $kinds, first: $first) {
      totalCount
      nodes {
        item {
          id
          name
          summary
        }
        matched
        snippet
      }
    }
  }
`)

/** A page of the items that a filter leaves. */
export const listDocument = graphql(`
  query McpList($filter: ItemFilter, $orderBy: ItemOrder, $first: Int!, $after: String) {
    items(filter: $filter, orderBy: $orderBy, first: $first, after: $after) {
      totalCount
      nodes {
        id
        name
        summary
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`)

/** Which of these ids there are, in the same order. */
export const knownDocument = graphql(`
  query McpKnown($ids: [ID!]!) {
    nodes(ids: $ids) {
      id
      name
    }
  }
`)

/** Asks for an item that there may not be, for what the API says of it then: what may have been meant. */
export const unknownDocument = graphql(`
  query McpUnknown($ids: [ID!]!) {
    upstream(of: $ids, first: 0) {
      total
    }
  }
`)
