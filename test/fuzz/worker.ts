import { parentPort, workerData } from 'node:worker_threads'
import { Coverage } from './coverage.ts'
import { fuzzTarget } from './fuzz-target.ts'
import { targets } from './targets.ts'
import type { TargetName } from './targets.ts'

/** What a thread is to fuzz. */
export interface Fuzzing {
  readonly name: string
  readonly seconds: number
  readonly seed: number
  readonly folder: string
  /** The length of the input that is being tried, how many were before it, and its bytes. */
  readonly shared: SharedArrayBuffer
}

const { name, seconds, seed, folder, shared } = workerData as Fuzzing
const [head, body] = [new Int32Array(shared, 0, 2), new Uint8Array(shared, 8)]
const target = await targets[name as TargetName](folder)
const end = performance.now() + seconds * 1_000
const progress = await fuzzTarget(name, target, {
  seed,
  coverage: new Coverage(),
  goOn: () => performance.now() < end,
  onInput(input) {
    body.set(input.subarray(0, body.length))
    Atomics.store(head, 0, Math.min(input.length, body.length))
    Atomics.add(head, 1, 1)
  },
})
await target.close?.()
parentPort?.postMessage(progress)
