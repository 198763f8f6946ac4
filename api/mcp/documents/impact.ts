import { graphql } from '../generated/gql.ts'

/** What fails with some items, how badly, and why. */
export const impactDocument = graphql(`
  query McpImpact($failed: [Failure!]!, $kinds: [Kind!], $relations: [RelationType!], $maxDegree: Int, $first: Int!) {
    impact(failed: $failed, kinds: $kinds, relations: $relations, maxDegree: $maxDegree, first: $first) {
      summary
      complete
      cuts {
        ...McpCut
      }
      total
      affected {
        id
        kind
        name
        state
        degree
        sentence
        because {
          ...McpHop
        }
      }
      streams {
        stream {
          ...McpName
        }
        perspective
        state
        steps {
          step {
            ...McpName
          }
          state
        }
        shareOfLeadTime
        shareOfDemand
      }
      services {
        service {
          ...McpName
        }
        state
      }
      stakeholders {
        stakeholder {
          ...McpName
        }
        state
        through {
          ...McpName
        }
      }
    }
  }
`)

/** What must be looked at again if some items change. */
export const changeImpactDocument = graphql(`
  query McpChangeImpact($ids: [ID!]!, $kinds: [Kind!], $relations: [RelationType!], $maxDistance: Int, $first: Int!) {
    changeImpact(changed: $ids, kinds: $kinds, relations: $relations, maxDistance: $maxDistance, first: $first) {
      ...McpReach
    }
  }
`)

/** What some items need, all the way down. */
export const upstreamDocument = graphql(`
  query McpUpstream($ids: [ID!]!, $kinds: [Kind!], $relations: [RelationType!], $maxDistance: Int, $first: Int!) {
    upstream(of: $ids, kinds: $kinds, relations: $relations, maxDistance: $maxDistance, first: $first) {
      ...McpReach
    }
  }
`)

/** The shortest ways between two items. */
export const pathsDocument = graphql(`
  query McpPaths($from: ID!, $to: ID!, $relations: [RelationType!], $first: Int!) {
    paths(from: $from, to: $to, relations: $relations, first: $first) {
      sentence
      hops {
        ...McpHop
      }
    }
  }
`)

/** Items whose failure alone hurts others. */
export const singlePointsDocument = graphql(`
  query McpSinglePoints($of: [ID!], $kinds: [Kind!], $first: Int!) {
    singlePointsOfFailure(of: $of, kinds: $kinds, first: $first) {
      of {
        ...McpName
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
