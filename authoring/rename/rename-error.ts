/** A renaming that can't be done: every reason, each with what to do, one a line. Nothing was written. */
export class RenameError extends Error {
  override readonly name = 'RenameError'
}
