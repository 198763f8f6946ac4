import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'

/** What this process really uses, in MB, garbage collected before: JavaScript's own memory and typed arrays. */
export function memoryInUse(): number {
  setFlagsFromString('--expose-gc')
  const collect = runInNewContext('gc') as () => void
  collect()
  collect()
  const { heapUsed, external } = process.memoryUsage()
  return (heapUsed + external) / 1e6
}
