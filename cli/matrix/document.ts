import { graphql } from '../generated/gql.ts'

/** Practices down the side, value streams or activities along the top. */
export const matrixDocument = graphql(`
  query CliMatrix($by: MatrixColumns!) {
    practiceMatrix(by: $by) {
      columns {
        ...CliName
      }
      rows {
        practice {
          ...CliName
        }
        cells {
          column {
            ...CliName
          }
          steps {
            ...CliName
          }
          alone
          share
        }
      }
    }
  }
`)
