import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { BaselineError, readBaseline, writeBaseline } from '../graph/catalogue/baseline.ts'
import type { BaselineEntry, Compared } from '../graph/catalogue/baseline.ts'
import { formatSums } from '../graph/catalogue/formats/text.ts'
import type { Finding } from '../graph/catalogue/finding.ts'
import { exitCodes, Failure } from './failure.ts'
import { say } from './progress.ts'

/** Reads the file of known findings. @throws Failure when there is none, or it is something else. */
export function baselineIn(file: string): BaselineEntry[] {
  if (!existsSync(file)) {
    throw new Failure(`There is no file ${file}: write it with --write-baseline ${file}.`, exitCodes.wrongUse)
  }
  try {
    return readBaseline(readFileSync(file, 'utf8'))
  } catch (error) {
    if (error instanceof BaselineError)
      throw new Failure(`${file} is no baseline. ${error.message}`, exitCodes.wrongUse)
    throw error
  }
}

/** Says which known findings no longer occur. */
export function tellGone({ gone }: Compared): void {
  if (gone.length === 0) return
  const one = gone.length === 1
  say(
    `${String(gone.length)} known finding${one ? '' : 's'} no longer occur${one ? 's' : ''}; --write-baseline takes ${one ? 'it' : 'them'} off:`,
  )
  for (const { rule, about, message } of gone) say(`  ${about}  ${rule}  ${message}`)
}

/** Writes the file of known findings, and says what came of it. */
export function writeBaselineTo(file: string, findings: readonly Finding[]): void {
  const acceptable = findings.filter(({ severity }) => severity !== 'error')
  writeFileSync(file, writeBaseline(acceptable))
  say(`${file} written: ${formatSums(acceptable)} known from now on.`)
}
