import { graphql } from '../generated/gql.ts'

/** One value stream, in the parts that are wanted. */
export const valueStreamDocument = graphql(`
  query McpValueStream(
    $id: ID!
    $today: Date
    $measures: Boolean!
    $steps: Boolean!
    $questions: Boolean!
    $contributions: Boolean!
  ) {
    valueStream(id: $id) {
      id
      name
      summary
      perspective
      situation
      trigger
      value
      owner {
        ... on Item {
          id
          name
        }
      }
      measures @include(if: $measures) {
        clock
        figures {
          name
          text
          formula
          remarks
        }
        problems {
          message
        }
        missing {
          message
          steps {
            ...McpName
          }
        }
        leadTimeBy {
          activities {
            ...McpShare
          }
          performers {
            ...McpShare
          }
          suppliers {
            ...McpShare
          }
        }
      }
      flow: measures @include(if: $steps) {
        steps {
          step {
            ...McpName
          }
          onCriticalPath
          visits
          process {
            ...McpTime
          }
          lead {
            ...McpTime
          }
          wait {
            ...McpTime
          }
          activityRatio
          shareOfLeadTime
        }
        loops {
          from {
            ...McpName
          }
          to {
            ...McpName
          }
          share
        }
      }
      answers(today: $today) @include(if: $questions) {
        question
        asks
        answered
        statement
        gaps {
          ...McpGap
        }
      }
      contributions @include(if: $contributions) {
        ...McpContribution
      }
    }
  }

  fragment McpShare on LeadTimeShare {
    item {
      ...McpName
    }
    share
    shareAlone
  }

  fragment McpContribution on Contribution {
    practice {
      ...McpName
    }
    stream {
      ...McpName
    }
    steps {
      step {
        ...McpName
      }
      activity {
        ...McpName
      }
      activities
      with {
        ...McpName
      }
    }
    lead {
      ...McpTime
    }
    share
    shareAlone
  }
`)

/** The practices that feed a value stream. */
export const practicesDocument = graphql(`
  query McpPracticesOfStream($id: ID!) {
    valueStream(id: $id) {
      id
      name
      contributions {
        ...McpContribution
      }
    }
  }
`)

/** The value streams that a practice feeds. */
export const feedsDocument = graphql(`
  query McpFeeds($id: ID!) {
    practice(id: $id) {
      id
      name
      contributions {
        ...McpContribution
      }
    }
  }
`)
