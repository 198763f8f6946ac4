import { readFileSync } from 'node:fs'
import { StoreError } from '../store.ts'

/** Who connects to a Neo4j server. */
export interface Neo4jCredentials {
  readonly user: string
  readonly password: string
}

/**
 * Who connects, from the environment alone: `NEO4J_USERNAME` (`neo4j` when unset) and `NEO4J_PASSWORD`, or the file that
 * `NEO4J_PASSWORD_FILE` names, as containers are given secrets; a line's end after the password is none of it.
 * @returns undefined where there is no password.
 * @throws StoreError when both say a password, and when the file can't be read.
 */
export function neo4jCredentials(): Neo4jCredentials | undefined {
  const { NEO4J_USERNAME: user, NEO4J_PASSWORD: said, NEO4J_PASSWORD_FILE: file } = process.env
  if (said && file) throw new StoreError('NEO4J_PASSWORD and NEO4J_PASSWORD_FILE are both set', { hint: 'Unset one' })
  const password = file ? passwordIn(file) : said
  return password ? { user: user || 'neo4j', password } : undefined
}

function passwordIn(file: string): string {
  try {
    return readFileSync(file, 'utf8').replace(/\r?\n$/, '')
  } catch (error) {
    throw new StoreError(`The password can't be read from ${file}: ${(error as Error).message}`, {
      hint: 'Let NEO4J_PASSWORD_FILE name a file that this user may read',
      cause: error,
    })
  }
}
