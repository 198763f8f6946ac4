/** Whether an error, of Node.js or of a library that only has words for it, says that nothing more can be written. */
export function isDiskFull(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  if ('code' in error && ['ENOSPC', 'EFBIG', 'EDQUOT'].includes(String(error.code))) return true
  return /No space left on device|File too large|Disk quota exceeded/i.test(error.message)
}
