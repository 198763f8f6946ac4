import { StoreError } from '../store.ts'

const hints: Readonly<Record<string, string>> = {
  ServiceUnavailable: 'Start the server and check its address, or choose another store: --store file:PATH',
  SessionExpired: 'The cluster was choosing another leader: try again',
  'Neo.ClientError.Security.Unauthorized': 'Set NEO4J_USERNAME and NEO4J_PASSWORD to a user of this server',
  'Neo.ClientError.Security.AuthenticationRateLimit':
    'Too many attempts with wrong credentials: set NEO4J_USERNAME and NEO4J_PASSWORD, wait five seconds and try again',
  'Neo.ClientError.Security.Forbidden': 'Give the user in NEO4J_USERNAME the right to do this, or name another user',
  'Neo.ClientError.Database.DatabaseNotFound': 'Set NEO4J_DATABASE to a database of this server, or unset it',
  'Neo.ClientError.Schema.ConstraintValidationFailed':
    'A value that must be unique is taken, or something still points at a node that was to be removed',
  'Neo.TransientError.General.MemoryPoolOutOfMemoryError':
    'Raise dbms.memory.transaction.total.max and server.memory.heap.max_size in neo4j.conf',
}

/** Says in the product's words what Neo4j, or its driver, reported. Never holds credentials. */
export function neo4jError(doing: string, error: unknown): StoreError {
  if (error instanceof StoreError) return error
  const code = codeOf(error)
  const hint = code === undefined ? undefined : hints[code]
  const message = error instanceof Error ? error.message.trim() : String(error)
  return new StoreError(`${doing}: ${message}`, hint === undefined ? { cause: error } : { hint, cause: error })
}

function codeOf(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined
}
