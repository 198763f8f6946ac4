import type { Logger } from 'pino'
import type { Api } from '../../execute.ts'
import type { Limits } from '../limits/limits.ts'
import type { PersistedOperations } from './manifest.ts'
import { misfits } from './misfits.ts'

/** Logs every persisted operation that the API can't answer, by its name: now, and after each load that changes the model. */
export function tellMisfits(operations: PersistedOperations, api: Api, limits: Limits, log: Logger): void {
  const tell = (schema: Api['schema']): void => {
    for (const { operation, problems } of misfits(operations, schema, limits)) {
      const { id, name } = operation
      log.warn({ operation: name, id, problems }, 'a persisted operation does not fit the API')
    }
  }
  tell(api.schema)
  api.onSchemaChange(tell)
}
