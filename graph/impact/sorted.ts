import type { Steps } from './steps.ts'

/** So many numbers are sorted at one go. */
const run = 2048

/** The numbers from 0 to `size`, sorted: short runs, merged two by two. A million take some seconds, in steps of milliseconds. */
export function* sorted(size: number, compare: (a: number, b: number) => number): Steps<Int32Array> {
  let from = Int32Array.from({ length: size }, (_, number) => number)
  for (let begin = 0; begin < size; begin += run) {
    from.subarray(begin, begin + run).sort(compare)
    yield
  }
  let to = new Int32Array(size)
  for (let width = run; width < size; width *= 2) {
    for (let begin = 0; begin < size; begin += 2 * width) {
      const middle = Math.min(begin + width, size)
      const end = Math.min(begin + 2 * width, size)
      for (let [place, left, right] = [begin, begin, middle]; place < end; place += 1) {
        const takesLeft = left < middle && (right === end || compare(from[left] ?? 0, from[right] ?? 0) <= 0)
        to[place] = (takesLeft ? from[left] : from[right]) ?? 0
        if (takesLeft) left += 1
        else right += 1
        if (place % run === 0) yield
      }
    }
    ;[from, to] = [to, from]
  }
  return from
}
