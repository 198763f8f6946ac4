/** A stream that the layout finds no room for. Its message is a sentence for readers. */
export class UndrawableStream extends Error {
  override readonly name = 'UndrawableStream'

  /** @param cause what the layout threw: ELK doesn't always throw errors. */
  constructor(steps: number, ways: number, cause: unknown) {
    const why = cause instanceof Error ? cause.message : String(cause)
    super(
      `This stream can’t be drawn: no room was found for ${counted(steps, 'step')} and ${counted(ways, 'way')} (${why}).`,
      { cause },
    )
  }
}

const counted = (count: number, what: string): string => `${count} ${what}${count === 1 ? '' : 's'}`
