/** A list of whole numbers that grows, at 4 bytes each. */
export class GrowingInts {
  #numbers = new Int32Array(1024)
  #length = 0

  get length(): number {
    return this.#length
  }

  push(number: number): void {
    if (this.#length === this.#numbers.length) {
      const larger = new Int32Array(2 * this.#length)
      larger.set(this.#numbers)
      this.#numbers = larger
    }
    this.#numbers[this.#length] = number
    this.#length += 1
  }

  /** The numbers, with no more room than they need. */
  packed(): Int32Array {
    return this.#numbers.slice(0, this.#length)
  }
}
