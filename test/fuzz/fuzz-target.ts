import { createHash } from 'node:crypto'
import { existsSync, globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { attempt } from './attempt.ts'
import type { Coverage } from './coverage.ts'
import { longest, mutate, randomFrom } from './mutate.ts'
import type { Target } from './target.ts'

/** Inputs of before, by target: what was found once, and what is tried first. */
const kept = join(import.meta.dirname, 'inputs')

/** Inputs that are kept for a target: each once broke it. */
export function keptInputs(name: string): Uint8Array[] {
  const folder = join(kept, name)
  return existsSync(folder)
    ? globSync(join(folder, '*'))
        .sort()
        .map((path) => readFileSync(path))
    : []
}

/** Where an input that breaks a target is kept. */
export const keptPath = (name: string, input: Uint8Array): string =>
  join(kept, name, createHash('sha256').update(input).digest('hex').slice(0, 12))

/** How far fuzzing is. */
export interface Progress {
  readonly runs: number
  /** Inputs that reached something new. */
  readonly corpus: number
  readonly coverage: number
}

/** What tells fuzzing how to go on. */
export interface FuzzOptions {
  readonly seed: number
  /** Told after each input whether it is worth changing further; none: only seeds are changed, the same way every time. */
  readonly coverage?: Coverage
  /** Whether to go on; asked before each input. */
  readonly goOn: (progress: Progress) => boolean
  /** Told each input before it is tried. */
  readonly onInput?: (input: Uint8Array) => void
}

/**
 * Gives a target what is kept for it, its seeds, and ever more inputs made from those that reached code which no other had
 * reached.
 * @throws what the first input that breaks the target throws.
 */
export async function fuzzTarget(
  name: string,
  target: Target,
  { seed, coverage, goOn, onInput }: FuzzOptions,
): Promise<Progress> {
  const random = randomFrom(seed)
  const words = target.words.map((word) => Buffer.from(word))
  const corpus: Uint8Array[] = []
  let runs = 0
  const tried = async (input: Uint8Array): Promise<boolean> => {
    onInput?.(input)
    await attempt(target, input)
    runs += 1
    return coverage?.grew() ?? false
  }
  const any = (): Uint8Array => corpus[random(corpus.length)] ?? new Uint8Array()
  // Of two, the shorter one: it is quicker, and more of its bytes mean something.
  const chosen = (): Uint8Array => {
    const [one, two] = [any(), any()]
    return one.length < two.length ? one : two
  }
  for (const input of [new Uint8Array(), ...keptInputs(name), ...target.seeds]) {
    const short = input.subarray(0, longest)
    await tried(short)
    corpus.push(short)
  }
  const progress = (): Progress => ({ runs, corpus: corpus.length, coverage: coverage?.size ?? 0 })
  while (goOn(progress())) {
    const input = mutate(chosen(), { other: any(), words }, random)
    if (await tried(input)) corpus.push(input)
  }
  return progress()
}
