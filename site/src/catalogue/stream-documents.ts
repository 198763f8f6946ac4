import { graphql } from '../generated/gql.ts'

/** The measures of one stream. */
export const measuresDocument = graphql(`
  query SiteStreamMeasures($id: ID!) {
    valueStream(id: $id) {
      measures {
        ...SiteMeasures
      }
    }
  }
`)

/** What the API works out for streams, a page of streams at a time: measures, answers, contributions, comparisons. */
export const streamsDocument = graphql(`
  query SiteStreams($first: Int!, $after: String, $today: Date!) {
    valueStreams(first: $first, after: $after, orderBy: { field: ID }) {
      pageInfo {
        hasNextPage
        endCursor
      }
      nodes {
        id
        measures {
          ...SiteMeasures
        }
        answers(today: $today) {
          ...SiteAnswer
        }
        contributions {
          ...SiteContribution
        }
        comparisons {
          ...SiteComparison
        }
      }
    }
  }

  fragment SiteMeasures on StreamMeasures {
    clock
    problems {
      steps {
        id
      }
      message
    }
    figures {
      name
      text
      formula
      remarks
    }
    criticalPath {
      steps {
        id
      }
      onePass {
        process {
          ...SiteTime
        }
        lead {
          ...SiteTime
        }
        wait {
          ...SiteTime
        }
        missing {
          ...SiteMissing
        }
      }
      total {
        missing {
          ...SiteMissing
        }
      }
    }
    expected {
      missing {
        ...SiteMissing
      }
    }
    missing {
      ...SiteMissing
    }
    steps {
      step {
        id
      }
      onCriticalPath
      visits
      reach
      process {
        ...SiteTime
      }
      lead {
        ...SiteTime
      }
      wait {
        ...SiteTime
      }
      shareOfLeadTime
    }
    loops {
      from {
        id
      }
      to {
        id
      }
      share
      repetitions
    }
    leadTimeBy {
      activities {
        ...SiteShare
      }
      performers {
        ...SiteShare
      }
      suppliers {
        ...SiteShare
      }
    }
    longestWait {
      step {
        id
      }
    }
    handOffsBetweenPractices {
      ...SiteHandOffs
    }
    handOffsBetweenPerformers {
      ...SiteHandOffs
    }
    endsEarly {
      step {
        id
      }
      share
    }
  }

  fragment SiteTime on TimeSpan {
    minutes
    text
  }

  fragment SiteMissing on MissingFigures {
    message
    steps {
      id
    }
  }

  fragment SiteShare on LeadTimeShare {
    item {
      id
    }
    steps {
      id
    }
    share
    shareAlone
  }

  fragment SiteHandOffs on HandOffs {
    onCriticalPath
    perCase
    ways {
      from {
        id
      }
      to {
        id
      }
    }
  }

  fragment SiteContribution on Contribution {
    practice {
      id
    }
    stream {
      id
    }
    perspective
    steps {
      step {
        id
      }
      with {
        id
      }
    }
    share
    shareAlone
  }
`)

/** Which practices feed which streams, and work in which activities. */
export const matricesDocument = graphql(`
  query SiteMatrices {
    byStream: practiceMatrix(by: VALUE_STREAM) {
      ...SiteMatrix
    }
    byActivity: practiceMatrix(by: ACTIVITY) {
      ...SiteMatrix
    }
  }

  fragment SiteMatrix on PracticeMatrix {
    columns {
      id
    }
    rows {
      practice {
        id
      }
      cells {
        column {
          id
        }
        steps {
          id
        }
        alone
        share
      }
    }
  }
`)
