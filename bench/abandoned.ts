import { setTimeout as pause } from 'node:timers/promises'
import neo4j from 'neo4j-driver'

const running = `SHOW TRANSACTIONS YIELD transactionId AS running, currentQuery
  WHERE NOT currentQuery STARTS WITH 'SHOW TRANSACTIONS'`
const count = `${running} RETURN running`
const end = `${running} TERMINATE TRANSACTIONS running YIELD message RETURN message`

/** How long a statement may still take, in milliseconds. */
const patience = 2_000

/**
 * Waits for what a Neo4j still works on for clients that are gone, and then ends it: a competitor whose statements take longer
 * than its turn would slow down all that are measured after it. Resolves when nothing runs any more.
 */
export async function endAbandoned(address: string): Promise<void> {
  const { NEO4J_USERNAME: user = 'neo4j', NEO4J_PASSWORD: password = '' } = process.env
  const driver = neo4j.driver(address, neo4j.auth.basic(user, password))
  try {
    const until = performance.now() + patience
    const isBusy = async (): Promise<boolean> =>
      (await driver.executeQuery(performance.now() < until ? count : end)).records.length > 0
    while (await isBusy()) await pause(100)
  } finally {
    await driver.close()
  }
}
