/**
 * A load that never ends: reads the catalogue in the folder named second on the command line, loads it into the store
 * named first, and stops for good after the first statement that does what the third argument says, such as
 * `adding items`. It says `planned`, then `stopped`. Without a third argument it goes on and says `loaded`. Tests run it
 * as a process of its own and kill it.
 */
import { readCatalogue } from '../../../graph/catalogue/read-catalogue.ts'
import { applyPlan } from '../../../graph/load/apply-plan.ts'
import { planLoad } from '../../../graph/load/plan.ts'
import { openStore } from '../../../graph/store/open-store.ts'

const [address = '', folder = '', stopAt] = process.argv.slice(2)
const store = await openStore(address)
const { catalogue } = await readCatalogue(folder)
if (catalogue === undefined) throw new Error('The catalogue has errors')
const plan = await planLoad(store, catalogue)
process.stdout.write('planned\n')
await applyPlan(store, plan, {
  allowLargeRemoval: true,
  onProgress(doing) {
    if (doing !== stopAt) return
    process.stdout.write('stopped\n')
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0)
  },
})
process.stdout.write('loaded\n')
await store.close()
