import { graphql } from '../generated/gql.ts'

/** What is loaded, and how much of each kind. */
export const catalogueDocument = graphql(`
  query SiteCatalogue {
    catalogue {
      name
      title
      revision
      loadedAt
    }
  }
`)

/** The model: which kinds, fields and relations the pages show, and how they are said. */
export const modelDocument = graphql(`
  query SiteModel {
    model {
      kinds {
        name
        description
        idPrefix
        folder
        singular
        plural
        dimension
        interfaces
        inside
        attributes {
          ...SiteAttribute
        }
      }
      interfaces {
        name
        description
        members
      }
      unions {
        name
        description
        members
      }
      relations {
        type
        field
        description
        declaredBy
        target
        holders
        targets
        list
        required
        inverse
        verbs
        edge
        impact
        change
        criticality
        redundancyGroup
        inside
        acyclic
      }
      paths {
        field
        description
        declaredBy
        target
        along
        inverse
        verbs
      }
      edges {
        name
        description
        attributes {
          ...SiteAttribute
        }
      }
      values {
        name
        description
        attributes {
          ...SiteAttribute
        }
      }
      enums {
        name
        description
        values {
          name
          description
        }
      }
      scalars {
        name
        description
      }
    }
  }

  fragment SiteAttribute on ModelAttribute {
    name
    description
    type
    category
    list
    required
    derived
    default
  }
`)

/** The loads that changed something, the latest first. */
export const revisionsDocument = graphql(`
  query SiteRevisions($first: Int!) {
    revisions(first: $first) {
      totalCount
      nodes {
        number
        at
        added
        changed
        removed
        changes {
          id
          kind
          name
          action
          fields {
            field
            before
            after
          }
        }
      }
    }
  }
`)

/** How complete items are, a page of them, and what they come to by kind. */
export const completenessDocument = graphql(`
  query SiteCompleteness($first: Int!, $after: String) {
    completeness(first: $first, after: $after) {
      nodes {
        item
        score
        missing {
          field
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
      totalCount
      score
      kinds {
        kind
        items
        score
        distribution
      }
    }
  }
`)

/** What validation found worth a look, a page at a time. */
export const findingsDocument = graphql(`
  query SiteFindings($first: Int!, $after: String) {
    findings(first: $first, after: $after) {
      pageInfo {
        hasNextPage
        endCursor
      }
      nodes {
        rule
        severity
        message
        hint
        item
        owner
        layer
        file
        line
      }
    }
  }
`)
