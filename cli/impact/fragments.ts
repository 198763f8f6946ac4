import { graphql } from '../generated/gql.ts'

/** One relation as a step of a path or as a reason. */
export const hopFragment = graphql(`
  fragment CliHop on ImpactHop {
    from {
      ...CliName
    }
    to {
      ...CliName
    }
    relation
    verb
    criticality
    group {
      name
      text
      left
      members
      atLeast
    }
    sources {
      layer
      file
      line
      system
      record
      says
    }
  }
`)

/** A limit that left something out. */
export const cutFragment = graphql(`
  fragment CliCut on ImpactCut {
    limit
    value
    items
  }
`)

/** Items by how many relations away they are. */
export const reachFragment = graphql(`
  fragment CliReach on Reach {
    summary
    complete
    cuts {
      ...CliCut
    }
    total
    reached {
      id
      kind
      name
      distance
      path {
        ...CliHop
      }
      sentence
    }
  }
`)
