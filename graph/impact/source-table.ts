import type { Source } from '../catalogue/catalogue.ts'
import { GrowingInts } from './growing-ints.ts'
import { Words } from './words.ts'

/** Where the relation of a number is written. */
export type SourcesOf = (relation: number) => readonly Source[]

/**
 * Where relations are written, in 12 bytes each: the line apart from everything else that a source says, which all
 * relations of one file share.
 */
export class CollectedSources {
  readonly #places = new Words()
  /** For each relation, its first source; each ends where the next begins. */
  readonly #first = new GrowingInts()
  readonly #place = new GrowingInts()
  readonly #line = new GrowingInts()

  /** Takes a relation's sources as the graph holds them. @returns the relation's number, from 0. */
  add(written: string): number {
    this.#first.push(this.#place.length)
    for (const { line, ...place } of JSON.parse(written) as readonly Source[]) {
      this.#place.push(this.#places.numberOf(JSON.stringify(place)))
      this.#line.push(line)
    }
    return this.#first.length - 1
  }

  /** What was taken. Nothing can be added afterwards. */
  done(): SourcesOf {
    this.#first.push(this.#place.length)
    const places = this.#places.list()
    const [first, place, line] = [this.#first.packed(), this.#place.packed(), this.#line.packed()]
    return (relation) => {
      const [begin = 0, end = 0] = [first[relation], first[relation + 1]]
      return Array.from({ length: end - begin }, (_, i) => {
        const { layer, file, ...more } = JSON.parse(places[place[begin + i] ?? -1] ?? '{}') as Omit<Source, 'line'>
        return { layer, file, line: line[begin + i] ?? 0, ...more }
      })
    }
  }
}
