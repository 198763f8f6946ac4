import { graphql } from '../generated/gql.ts'

/** One value stream, in the parts that are wanted. */
export const streamDocument = graphql(`
  query CliStream(
    $id: ID!
    $today: Date
    $measures: Boolean!
    $practices: Boolean!
    $questions: Boolean!
    $comparison: Boolean!
  ) {
    valueStream(id: $id) {
      id
      name
      perspective
      situation
      trigger
      value
      mapped {
        on
        where
        cases
      }
      owner {
        id
        name
      }
      measures @include(if: $measures) {
        ...CliMeasures
      }
      contributions @include(if: $practices) {
        ...CliContribution
      }
      answers(today: $today) @include(if: $questions) {
        ...CliAnswer
      }
      comparisons @include(if: $comparison) {
        ...CliComparison
      }
    }
  }
`)

/** What the API's measures don't hold of a stream's steps. */
export const stepsDocument = graphql(`
  query CliSteps($id: ID!, $after: String) {
    valueStream(id: $id) {
      steps(first: 100, after: $after) {
        pageInfo {
          hasNextPage
          endCursor
        }
        nodes {
          id
          name
          completeAndAccurate
          activity {
            id
            name
          }
        }
      }
    }
  }
`)

/** Every value stream. */
export const streamsDocument = graphql(`
  query CliStreams($after: String) {
    valueStreams(first: 100, after: $after, orderBy: { field: NAME }) {
      pageInfo {
        hasNextPage
        endCursor
      }
      nodes {
        id
        name
        perspective
        practices {
          totalCount
        }
        measures {
          criticalPath {
            total {
              lead {
                minutes
                text
              }
              activityRatio
            }
          }
        }
      }
    }
  }
`)

/** Value streams that somebody may have meant. */
export const nearStreamsDocument = graphql(`
  query CliNearStreams($query: String!) {
    search(query: $query, first: 3, kinds: [VALUE_STREAM]) {
      nodes {
        item {
          id
        }
      }
    }
  }
`)

/** Two value streams by their perspectives: which of them was observed? */
export const perspectivesDocument = graphql(`
  query CliPerspectives($one: ID!, $other: ID!) {
    one: valueStream(id: $one) {
      id
      perspective
    }
    other: valueStream(id: $other) {
      id
      perspective
    }
  }
`)

/** Two value streams side by side. */
export const compareDocument = graphql(`
  query CliCompare($asIs: ID!, $toBe: ID!) {
    compareStreams(asIs: $asIs, toBe: $toBe) {
      ...CliComparison
    }
  }
`)
