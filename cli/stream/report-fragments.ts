import { graphql } from '../generated/gql.ts'

/** What is measured of a value stream. */
export const measuresFragment = graphql(`
  fragment CliMeasures on StreamMeasures {
    clock
    problems {
      steps {
        ...CliName
      }
      message
    }
    figures {
      name
      text
      value
      formula
      remarks
    }
    steps {
      step {
        ...CliName
      }
      onCriticalPath
      visits
      reach
      process {
        ...CliTimeSpan
      }
      lead {
        ...CliTimeSpan
      }
      wait {
        ...CliTimeSpan
      }
      activityRatio
      expectedLead {
        ...CliTimeSpan
      }
      shareOfLeadTime
      shareOfWait
    }
    endsEarly {
      step {
        ...CliName
      }
      share
    }
    missing {
      message
      steps {
        ...CliName
      }
    }
    loops {
      from {
        ...CliName
      }
      to {
        ...CliName
      }
      share
      repetitions
      repetitionsOnceThere
    }
    leadTimeBy {
      activities {
        ...CliLeadTimeShare
      }
      performers {
        ...CliLeadTimeShare
      }
      suppliers {
        ...CliLeadTimeShare
      }
    }
  }

  fragment CliTimeSpan on TimeSpan {
    minutes
    text
  }

  fragment CliLeadTimeShare on LeadTimeShare {
    item {
      ...CliName
    }
    lead {
      ...CliTimeSpan
    }
    share
    shareAlone
  }
`)

/** What one practice contributes to a value stream. */
export const contributionFragment = graphql(`
  fragment CliContribution on Contribution {
    practice {
      ...CliName
    }
    steps {
      step {
        ...CliName
      }
      activity {
        ...CliName
      }
      activities
      with {
        ...CliName
      }
    }
    lead {
      ...CliTimeSpan
    }
    share
    shareAlone
  }
`)
