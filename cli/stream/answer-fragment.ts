import { graphql } from '../generated/gql.ts'

/** The answer to one of the six questions, with what it rests on. */
export const answerFragment = graphql(`
  fragment CliAnswer on StreamAnswer {
    question
    asks
    answered
    statement
    words
    gaps {
      about {
        ...CliName
      }
      message
    }
    ... on ProcessActivitiesAnswer {
      practices {
        practice {
          ...CliName
        }
        steps {
          step {
            ...CliName
          }
          activities
        }
      }
    }
    ... on SkillsAnswer {
      skills {
        skill {
          ...CliName
        }
        level
        steps {
          ...CliName
        }
        activities {
          ...CliName
        }
        heldBy {
          holder {
            ...CliName
          }
          asRole
          level
          people
        }
      }
    }
    ... on InformationAnswer {
      information {
        information {
          ...CliName
        }
        steps {
          step {
            ...CliName
          }
          use
          when
          where
        }
      }
    }
    ... on ToolsAnswer {
      tools {
        tool {
          ...CliName
        }
        steps {
          step {
            ...CliName
          }
          status
          automates
        }
      }
      stepsWithout {
        ...CliName
      }
    }
    ... on SuppliersAnswer {
      contracts {
        contract {
          ...CliName
        }
        steps {
          ...CliName
        }
        end
        daysLeft
        noticeBy
        renewsItself
      }
      suppliers {
        supplier {
          ...CliName
        }
        contracts {
          ...CliName
        }
        performs {
          ...CliName
        }
      }
    }
    ... on MetricsAnswer {
      metrics {
        metric {
          ...CliName
        }
        unit
        direction
        target
        ofStream
        steps {
          ...CliName
        }
        reportedIn {
          ...CliName
        }
      }
    }
  }
`)
