import { z } from 'zod'
import type { Finding } from './finding.ts'
import { fingerprintOf } from './fingerprint.ts'

const entry = z.object({
  fingerprint: z.string(),
  rule: z.string(),
  /** Id of the item that it is about; without one, the file. */
  about: z.string(),
  message: z.string(),
  /** How many of them, where there are several. */
  times: z.int().min(2).optional(),
})
const file = z.object({ version: z.literal(1), findings: z.array(entry) })

/** One accepted finding, or several that say the same of the same. */
export type BaselineEntry = Readonly<z.infer<typeof entry>>

/** What findings come to beside those that were accepted. */
export interface Compared {
  /** Findings that nobody has accepted: every error among them. In order. */
  readonly fresh: readonly Finding[]
  /** Accepted warnings and remarks. In order. */
  readonly known: readonly Finding[]
  /** Accepted, and no longer found: the baseline can be written anew. */
  readonly gone: readonly BaselineEntry[]
}

/** The file is no baseline; the message says why. */
export class BaselineError extends Error {
  override readonly name = 'BaselineError'
}

/**
 * The text of a baseline: JSON, sorted, so that a change shows what was accepted. Errors aren't accepted: what has errors
 * can't be loaded, however long they have been known.
 */
export function writeBaseline(findings: readonly Finding[]): string {
  const entries = [...Map.groupBy(findings.filter(isAcceptable), fingerprintOf)].map(
    ([fingerprint, [first, ...more]]): BaselineEntry => ({
      fingerprint,
      rule: first?.rule ?? '',
      about: first?.item ?? first?.place.file ?? '',
      message: first?.message ?? '',
      ...(more.length === 0 ? {} : { times: more.length + 1 }),
    }),
  )
  const keys = entries.map((each) => ({ each, key: [each.rule, each.about, each.message].join('\0') }))
  keys.sort((a, b) => (a.key < b.key ? -1 : 1))
  return `${JSON.stringify({ version: 1, findings: keys.map(({ each }) => each) }, null, 2)}\n`
}

/** Reads a baseline. @throws BaselineError */
export function readBaseline(text: string): BaselineEntry[] {
  let data: unknown
  try {
    data = JSON.parse(text)
  } catch (error) {
    throw new BaselineError(`It isn't JSON: ${error instanceof Error ? error.message : String(error)}.`)
  }
  const read = file.safeParse(data)
  if (!read.success) throw new BaselineError(`It isn't what --write-baseline writes.\n${z.prettifyError(read.error)}`)
  return read.data.findings
}

/** Tells known findings from new ones. What was accepted once and is found twice is known once. */
export function compareWithBaseline(findings: readonly Finding[], baseline: readonly BaselineEntry[]): Compared {
  const left = new Map<string, number>()
  for (const { fingerprint, times = 1 } of baseline) left.set(fingerprint, (left.get(fingerprint) ?? 0) + times)
  const found = new Set<string>()
  const [fresh, known]: [Finding[], Finding[]] = [[], []]
  for (const finding of findings) {
    const fingerprint = fingerprintOf(finding)
    found.add(fingerprint)
    const times = left.get(fingerprint) ?? 0
    if (times > 0 && isAcceptable(finding)) {
      left.set(fingerprint, times - 1)
      known.push(finding)
    } else fresh.push(finding)
  }
  return { fresh, known, gone: baseline.filter(({ fingerprint }) => !found.has(fingerprint)) }
}

const isAcceptable = ({ severity }: Finding): boolean => severity !== 'error'
