/** An answer that would be larger than whoever asked can take. */
export class TooMuch extends Error {
  override readonly name = 'TooMuch'

  constructor(most: number) {
    super(
      `More than ${most.toLocaleString('en-GB')} value streams and services would have to be told. Ask \`impact\` about one item at a time.`,
    )
  }
}

/** Counts what an answer tells. @returns what takes note of some more. @throws TooMuch where that is too much. */
export function toldAtMost(most: number): (more: number) => void {
  let told = 0
  return (more) => {
    told += more
    if (told > most) throw new TooMuch(most)
  }
}
