/**
 * A load that stops in the middle: writes into the store named on the command line, says so after the first statement
 * and then never goes on. Tests run it as a process of its own and kill it.
 */
import { openStore } from '../../../graph/store/open-store.ts'

const store = await openStore(process.argv[2] ?? '')
const statements = [
  { cypher: "UNWIND range(1, 5000) AS number CREATE (n:TributaryItem {id: 'half ' + toString(number)})" },
  { cypher: 'MATCH (n:TributaryItem) DELETE n' },
]
await store.write(statements, () => {
  process.stdout.write('halfway\n')
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0)
})
