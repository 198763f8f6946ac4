import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, relative } from 'node:path'
import { argv, exit, stderr, stdout } from 'node:process'
import { Worker } from 'node:worker_threads'
import { keptPath } from './fuzz-target.ts'
import type { Progress } from './fuzz-target.ts'
import { longest } from './mutate.ts'
import { targets } from './targets.ts'
import type { Fuzzing } from './worker.ts'

/** So long one input may take, in real time, before it counts as one that hangs. */
const hangSeconds = 30

/** Fuzzes one target in a thread of its own, which can be stopped whatever it does. Returns whether nothing was found. */
async function fuzz(name: string, seconds: number, seed: number): Promise<boolean> {
  const folder = mkdtempSync(join(tmpdir(), 'tributary-fuzz-'))
  const shared = new SharedArrayBuffer(8 + longest)
  const [head, body] = [new Int32Array(shared, 0, 2), new Uint8Array(shared, 8)]
  const data: Fuzzing = { name, seconds, seed, folder, shared }
  const worker = new Worker(new URL('worker.ts', import.meta.url), {
    workerData: data,
    resourceLimits: { maxOldGenerationSizeMb: 1024 },
  })
  let [last, since] = [-1, Date.now()]
  const outcome = await new Promise<Progress | Error>((resolve) => {
    const watch = setInterval(() => {
      const now = Atomics.load(head, 1)
      if (now !== last) [last, since] = [now, Date.now()]
      else if (now > 0 && Date.now() - since > hangSeconds * 1_000)
        settle(new Error(`It hung for ${hangSeconds} seconds`))
    }, 500)
    const settle = (with_: Progress | Error): void => {
      clearInterval(watch)
      resolve(with_)
    }
    worker.on('message', settle)
    worker.on('error', settle)
    worker.on('exit', (code) => settle(new Error(`Its thread ended with ${code}`)))
  })
  await worker.terminate()
  rmSync(folder, { recursive: true, force: true })
  if (!(outcome instanceof Error)) {
    const { runs, corpus, coverage } = outcome
    stdout.write(`${name}: ${runs} inputs, ${corpus} of them new, ${coverage} blocks and counts; nothing found\n`)
    return true
  }
  if (Atomics.load(head, 1) === 0) throw outcome // It could not even be made ready.
  const input = body.slice(0, Atomics.load(head, 0))
  const path = keptPath(name, input)
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, input)
  stderr.write(
    `${name}: an input of ${input.length} bytes, kept in ${relative('.', path)}:\n${outcome.stack ?? outcome.message}\n`,
  )
  return false
}

const [, , name = 'all', seconds = '60', seed = String(Date.now() % 1_000_000)] = argv
const names = name === 'all' ? Object.keys(targets) : [name]
if (names.some((each) => !Object.hasOwn(targets, each)) || !(Number(seconds) > 0)) {
  stderr.write(`npm run fuzz -- TARGET SECONDS [SEED], where TARGET is all, ${Object.keys(targets).join(', ')}\n`)
  exit(2)
}
stdout.write(`seed ${seed}\n`)
let good = true
for (const each of names) good = (await fuzz(each, Number(seconds), Number(seed))) && good
exit(good ? 0 : 1)
