import { messages } from '../../messages/messages.ts'
/** A stream that the layout finds no room for. Its message is a sentence for readers. */
export class UndrawableStream extends Error {
  override readonly name = 'UndrawableStream'

  /** @param cause what the layout threw: ELK doesn't always throw errors. */
  constructor(steps: number, ways: number, cause: unknown) {
    const why = cause instanceof Error ? cause.message : String(cause)
    super(messages.streamDrawing.undrawable(steps, ways, why), { cause })
  }
}
