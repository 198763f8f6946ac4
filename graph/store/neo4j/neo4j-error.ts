import { StoreError } from '../store.ts'
import type { StoreFailure } from '../store.ts'

/** What a code of Neo4j's, or of its driver's, means for whoever asked. */
interface Meaning {
  readonly failure?: StoreFailure
  readonly hint?: string
}

const away: Meaning = { failure: 'unreachable', hint: 'The server is starting, or choosing another leader: try again' }
const locked: Meaning = { failure: 'busy', hint: 'Another load is at work there: try again when it is done' }

const meanings: Readonly<Record<string, Meaning>> = {
  ServiceUnavailable: {
    failure: 'unreachable',
    hint: 'Start the server and check its address, or choose another store: --store file:PATH',
  },
  SessionExpired: away,
  'Neo.ClientError.Cluster.NotALeader': away,
  'Neo.ClientError.General.ForbiddenOnReadOnlyDatabase': away,
  'Neo.TransientError.Cluster.ReplicationFailure': away,
  'Neo.TransientError.Database.DatabaseUnavailable': away,
  'Neo.TransientError.General.DatabaseUnavailable': away,
  'Neo.TransientError.Transaction.BookmarkTimeout': away,
  'Neo.ClientError.Transaction.InvalidBookmark': away,
  'Neo.ClientError.Transaction.InvalidBookmarkMixture': away,
  'Neo.TransientError.Transaction.DeadlockDetected': locked,
  'Neo.TransientError.Transaction.LockAcquisitionTimeout': locked,
  'Neo.TransientError.Transaction.LockClientStopped': locked,
  'Neo.ClientError.Security.Unauthorized': {
    hint: 'Set NEO4J_USERNAME and NEO4J_PASSWORD to a user of this server',
  },
  'Neo.ClientError.Security.AuthenticationRateLimit': {
    hint: 'Too many attempts with wrong credentials: set NEO4J_USERNAME and NEO4J_PASSWORD, wait five seconds and try again',
  },
  'Neo.ClientError.Security.Forbidden': {
    hint: 'Give the user in NEO4J_USERNAME the right to do this, or name another user',
  },
  'Neo.ClientError.Database.DatabaseNotFound': {
    hint: 'Set NEO4J_DATABASE to a database of this server, or unset it',
  },
  'Neo.ClientError.Schema.ConstraintValidationFailed': {
    hint: 'A value that must be unique is taken, or something still points at a node that was to be removed',
  },
  'Neo.TransientError.General.MemoryPoolOutOfMemoryError': {
    hint: 'Raise dbms.memory.transaction.total.max and server.memory.heap.max_size in neo4j.conf',
  },
}

/** Says in the product's words what Neo4j, or its driver, reported. Never holds credentials. */
export function neo4jError(doing: string, error: unknown): StoreError {
  if (error instanceof StoreError) return error
  const message = error instanceof Error ? error.message.trim() : String(error)
  // The driver gives no code to this one: all connections wait for a server that doesn't answer.
  const meaning = message.startsWith('Connection acquisition timed out') ? away : meanings[codeOf(error) ?? '']
  return new StoreError(`${doing}: ${message}`, { ...meaning, cause: error })
}

function codeOf(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined
}
