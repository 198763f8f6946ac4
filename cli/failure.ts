/** What the exit code of a command means. */
export const exitCodes = { fine: 0, problems: 1, wrongUse: 2 } as const

/** A command that can't go on: its message is for people, without a stack. */
export class Failure extends Error {
  override readonly name = 'Failure'
  readonly exitCode: number

  constructor(message: string, exitCode: number = exitCodes.problems) {
    super(message)
    this.exitCode = exitCode
  }
}
