import { graphql } from './generated/gql.ts'

/** An item by its name, as answers speak of it. */
export const nameFragment = graphql(`
  fragment CliName on NamedItem {
    id
    name
  }
`)
