import { graphql } from '../generated/gql.ts'

/** As-is against to-be. */
export const comparisonFragment = graphql(`
  fragment CliComparison on StreamComparison {
    asIs {
      ...CliName
    }
    toBe {
      ...CliName
    }
    problems
    figures {
      ...CliFigureChange
    }
    steps {
      asIs {
        ...CliName
      }
      toBe {
        ...CliName
      }
      matchedBy
      activityChanges
      figures {
        ...CliFigureChange
      }
    }
    practices {
      ...CliDifference
    }
    performers {
      ...CliDifference
    }
    contracts {
      ...CliDifference
    }
    suppliers {
      ...CliDifference
    }
    asIsRemarks
    toBeRemarks
  }

  fragment CliFigureChange on FigureChange {
    name
    asIs
    toBe
    change
    difference
    better
  }

  fragment CliDifference on ItemDifference {
    added {
      ...CliName
    }
    removed {
      ...CliName
    }
    kept {
      ...CliName
    }
  }
`)
