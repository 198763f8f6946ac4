import { graphql } from '../generated/gql.ts'

/** An item by its id and name, as answers speak of it. */
export const nameFragment = graphql(`
  fragment McpName on NamedItem {
    id
    name
  }
`)

/** One relation as a reason, with the lines that it is written in. */
export const hopFragment = graphql(`
  fragment McpHop on ImpactHop {
    from {
      ...McpName
    }
    verb
    to {
      ...McpName
    }
    relation
    criticality
    group {
      name
      text
    }
    sources {
      file
      line
      system
      record
      says
    }
  }
`)

/** A limit that left something out of an answer. */
export const cutFragment = graphql(`
  fragment McpCut on ImpactCut {
    limit
    value
    items
  }
`)

/** Items by how many relations away they are. */
export const reachFragment = graphql(`
  fragment McpReach on Reach {
    summary
    complete
    cuts {
      ...McpCut
    }
    total
    reached {
      id
      kind
      name
      distance
      sentence
    }
  }
`)

/** Something that is missing. */
export const gapFragment = graphql(`
  fragment McpGap on AnswerGap {
    about {
      ...McpName
    }
    message
  }
`)

/** A time in words and minutes. */
export const timeFragment = graphql(`
  fragment McpTime on TimeSpan {
    minutes
    text
  }
`)
