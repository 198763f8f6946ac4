import { graphql } from '../generated/gql.ts'

/** First parts of ids, by kind. */
export const prefixesDocument = graphql(`
  query McpPrefixes {
    model {
      kinds {
        name
        idPrefix
      }
    }
  }
`)

/** Everything that a kind's items are read with: attributes, and the parts of values. */
export const attributesDocument = graphql(`
  query McpAttributes {
    model {
      kinds {
        name
        idPrefix
        attributes {
          ...McpSelected
        }
      }
      values {
        name
        attributes {
          ...McpSelected
        }
      }
    }
  }

  fragment McpSelected on ModelAttribute {
    name
    type
    category
  }
`)

/** What a catalogue can hold. */
export const modelDocument = graphql(`
  query McpModel {
    model {
      kinds {
        name
        kind
        description
        idPrefix
        singular
        plural
        dimension
        interfaces
        attributes {
          name
          description
          type
          list
          required
        }
      }
      relations {
        type
        field
        inverse
        description
        verbs
        holders
        targets
        impact
        change
        criticality
      }
    }
    catalogue {
      counts {
        kind
        count
      }
    }
  }
`)
