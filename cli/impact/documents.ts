import { graphql } from '../generated/gql.ts'

/** What fails with some items, how badly, and why. */
export const impactDocument = graphql(`
  query CliImpact($failed: [Failure!]!, $kinds: [Kind!], $relations: [RelationType!], $maxDegree: Int, $first: Int) {
    impact(failed: $failed, kinds: $kinds, relations: $relations, maxDegree: $maxDegree, first: $first) {
      summary
      complete
      cuts {
        ...CliCut
      }
      total
      affected {
        id
        kind
        name
        state
        declared
        degree
        because {
          ...CliHop
        }
        path {
          ...CliHop
        }
        sentence
      }
      streams {
        stream {
          ...CliName
        }
        perspective
        state
        steps {
          step {
            ...CliName
          }
          state
        }
        shareOfLeadTime
        shareOfDemand
        practices {
          ...CliName
        }
        stakeholders {
          ...CliName
        }
      }
      services {
        service {
          ...CliName
        }
        state
        stakeholders {
          ...CliName
        }
      }
      stakeholders {
        stakeholder {
          ...CliName
        }
        state
        through {
          ...CliName
        }
      }
    }
  }
`)

/** What must be looked at again if some items change. */
export const changeDocument = graphql(`
  query CliChange($ids: [ID!]!, $kinds: [Kind!], $relations: [RelationType!], $maxDistance: Int, $first: Int) {
    changeImpact(changed: $ids, kinds: $kinds, relations: $relations, maxDistance: $maxDistance, first: $first) {
      ...CliReach
    }
  }
`)

/** What some items need. */
export const upstreamDocument = graphql(`
  query CliUpstream($ids: [ID!]!, $kinds: [Kind!], $relations: [RelationType!], $maxDistance: Int, $first: Int) {
    upstream(of: $ids, kinds: $kinds, relations: $relations, maxDistance: $maxDistance, first: $first) {
      ...CliReach
    }
  }
`)

/** Ways between two items. */
export const pathsDocument = graphql(`
  query CliPaths($from: ID!, $to: ID!, $relations: [RelationType!], $first: Int) {
    paths(from: $from, to: $to, relations: $relations, first: $first) {
      items {
        ...CliName
      }
      hops {
        ...CliHop
      }
      sentence
    }
  }
`)

/** Items whose failure alone hurts others. */
export const singlePointsDocument = graphql(`
  query CliSinglePoints($of: [ID!], $kinds: [Kind!], $first: Int) {
    singlePointsOfFailure(of: $of, kinds: $kinds, first: $first) {
      of {
        ...CliName
      }
      total
      complete
      points {
        id
        kind
        name
        state
        degree
        down
        degraded
      }
    }
  }
`)

/** First parts of ids, by kind: what an id may lack. */
export const prefixesDocument = graphql(`
  query CliPrefixes {
    model {
      kinds {
        idPrefix
      }
    }
  }
`)

/** Which of these ids there are. */
export const knownDocument = graphql(`
  query CliKnown($ids: [ID!]!) {
    nodes(ids: $ids) {
      id
    }
  }
`)
