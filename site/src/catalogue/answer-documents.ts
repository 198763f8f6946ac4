import { graphql } from '../generated/gql.ts'

/** The answer to one of the six questions, with what its kind of answer lists. */
export const answerFragment = graphql(`
  fragment SiteAnswer on StreamAnswer {
    question
    asks
    answered
    statement
    words
    gaps {
      about {
        id
      }
      message
    }
    ... on ProcessActivitiesAnswer {
      practices {
        practice {
          id
        }
        steps {
          step {
            id
          }
          activities
        }
      }
    }
    ... on SkillsAnswer {
      skills {
        skill {
          id
        }
        level
        steps {
          id
        }
        activities {
          id
        }
        heldBy {
          holder {
            id
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
          id
        }
        steps {
          step {
            id
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
          id
        }
        steps {
          step {
            id
          }
          status
          automates
        }
      }
      stepsWithout {
        id
      }
    }
    ... on SuppliersAnswer {
      contracts {
        contract {
          id
        }
        steps {
          id
        }
        end
        daysLeft
        noticeBy
        renewsItself
      }
      suppliers {
        supplier {
          id
        }
        contracts {
          id
        }
        performs {
          id
        }
      }
    }
    ... on MetricsAnswer {
      metrics {
        metric {
          id
        }
        unit
        direction
        target
        ofStream
        steps {
          id
        }
        reportedIn {
          id
        }
      }
    }
  }
`)

/** As-is against to-be. */
export const comparisonFragment = graphql(`
  fragment SiteComparison on StreamComparison {
    asIs {
      id
    }
    toBe {
      id
    }
    problems
    figures {
      ...SiteChange
    }
    steps {
      asIs {
        id
      }
      toBe {
        id
      }
      matchedBy
      activityChanges
      figures {
        ...SiteChange
      }
      practices {
        ...SiteDifference
      }
      performers {
        ...SiteDifference
      }
      contracts {
        ...SiteDifference
      }
      suppliers {
        ...SiteDifference
      }
    }
    practices {
      ...SiteDifference
    }
    performers {
      ...SiteDifference
    }
    contracts {
      ...SiteDifference
    }
    suppliers {
      ...SiteDifference
    }
    asIsRemarks
    toBeRemarks
  }

  fragment SiteChange on FigureChange {
    name
    asIs
    toBe
    change
    better
  }

  fragment SiteDifference on ItemDifference {
    added {
      id
    }
    removed {
      id
    }
    kept {
      id
    }
  }
`)
