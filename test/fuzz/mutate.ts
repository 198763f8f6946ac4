/** Gives a whole number from 0 up to, and without, `below`. */
export type Random = (below: number) => number

/** Random numbers that are the same for the same seed (mulberry32). */
export function randomFrom(seed: number): Random {
  let state = seed >>> 0
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * below)
  }
}

/** Longest input that is tried: what is slow shows in less. */
export const longest = 1 << 14

/** Bytes that readers tend to trip over. */
const telling = [0x00, 0x09, 0x0a, 0x0d, 0x20, 0x22, 0x26, 0x27, 0x2d, 0x3a, 0x3c, 0x7f, 0x80, 0xc3, 0xef, 0xfe, 0xff]

/** What there is to make an input from. */
export interface Material {
  /** Another input, for parts of it. */
  readonly other: Uint8Array
  readonly words: readonly Uint8Array[]
}

/** An input with one to eight changes: bits, bytes, words, parts moved, repeated, cut out, or taken from another input. */
export function mutate(input: Uint8Array, { other, words }: Material, random: Random): Uint8Array {
  let bytes = Buffer.from(input)
  const place = (): number => random(bytes.length + 1)
  const part = (of: Uint8Array): Uint8Array => {
    const from = random(of.length + 1)
    return of.subarray(from, from + 1 + random(random(4) === 0 ? 512 : 32))
  }
  const put = (what: Uint8Array, over = 0): void => {
    const at = place()
    bytes = Buffer.concat([bytes.subarray(0, at), what, bytes.subarray(at + over)])
  }
  const changes: readonly (() => void)[] = [
    () => {
      const at = random(bytes.length)
      if (at < bytes.length) bytes[at] = (bytes[at] ?? 0) ^ (1 << random(8))
    },
    () => put(Uint8Array.of(telling[random(telling.length)] ?? random(256)), random(2)),
    () => put(Uint8Array.of(random(256)), random(2)),
    () => put(words[random(words.length)] ?? new Uint8Array(), random(2) * random(16)),
    () => put(part(other), random(2) * random(64)),
    () => put(part(bytes)),
    () => put(new Uint8Array(), 1 + random(random(4) === 0 ? 1024 : 16)),
    () => put(Buffer.concat(Array<Uint8Array>(1 + random(200)).fill(part(bytes).subarray(0, 12)))),
  ]
  for (let left = 1 + random(8); left > 0; left -= 1) changes[random(changes.length)]?.()
  return bytes.subarray(0, longest)
}
