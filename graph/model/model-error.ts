/** One thing that is wrong in a model file. */
export interface ModelProblem {
  /** The file as it was named when the model was read. */
  readonly file: string
  /** From 1. */
  readonly line: number
  /** From 1. */
  readonly column: number
  readonly message: string
}

/** The model can't be used. Carries every problem that was found, each with its place. */
export class ModelError extends Error {
  override readonly name = 'ModelError'
  readonly problems: readonly ModelProblem[]

  constructor(problems: readonly ModelProblem[]) {
    super(problems.map((p) => `${p.file}:${String(p.line)}:${String(p.column)}  ${p.message}`).join('\n'))
    this.problems = problems
  }
}
